// Builds all sums anew from the programmes' own documents: after a restore, or when a kind counts otherwise. May run beside
// everything else, and again: where nothing has drifted, nothing is another afterwards.
import type { StoreContext } from '../store/context.ts';
import { countPart } from './count.ts';
import type { ProgressKind } from './kind.ts';
import { progressParts, progressSums } from './store.ts';
import { sumUp } from './sum-up.ts';

export interface Rebuilt {
  readonly entries: number;
  readonly owners: number;
  /** How many sums were others than their entries say. */
  readonly drifted: number;
}

export async function rebuildProgress<C extends StoreContext>(
  ctx: C,
  kind: ProgressKind<C>,
): Promise<Rebuilt> {
  let entries = 0;
  for await (const entry of kind.entries(ctx)) {
    await countPart(ctx, kind, entry);
    entries += 1;
  }
  const stored = progressParts.on(ctx.db).find({ kind: kind.id }, { _id: 1 }).lean().cursor();
  // Left of what is no longer there.
  for await (const { _id } of stored) await countPart(ctx, kind, withoutKind(_id, kind.id));
  const owners = new Set<string>();
  for await (const owner of kind.owners(ctx)) owners.add(owner);
  const sums = progressSums.on(ctx.db).find({ kind: kind.id }, { owner: 1 }).lean().cursor();
  for await (const { owner } of sums) owners.add(owner);
  let drifted = 0;
  for (const owner of owners) if (await sumUp(ctx, kind, owner)) drifted += 1;
  return { entries, owners: owners.size, drifted };
}

const withoutKind = (id: string, kind: string): string => id.slice(kind.length + 1);
