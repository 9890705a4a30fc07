// Brings what an entry counts for, and what its owner has come to, to how things stand now. Called by the subscribers of
// every event that touches an entry or its owner: any number of times, in any order.
import { trusted } from 'mongoose';
import { AppError } from '../kernel/errors.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import type { Counted, ProgressKind } from './kind.ts';
import { progressParts, storedId } from './store.ts';
import { sumUp } from './sum-up.ts';

/** The entry, and the sum of its owner. */
export async function countEntry<C extends StoreContext>(
  ctx: C,
  kind: ProgressKind<C>,
  entry: string,
): Promise<void> {
  const owner = await countPart(ctx, kind, entry);
  if (owner !== null) await sumUp(ctx, kind, owner);
}

/** For an event: the entry that it speaks of. */
export const counts =
  <C extends StoreContext, P>(kind: ProgressKind<C>, entryOf: (data: P) => string) =>
  (ctx: C, event: { readonly data: P }): Promise<void> =>
    countEntry(ctx, kind, entryOf(event.data));

/** The entry alone. @returns its owner, or who was; null where nothing was counted for it and nothing is */
export async function countPart<C extends StoreContext>(
  ctx: C,
  kind: ProgressKind<C>,
  entry: string,
): Promise<string | null> {
  const counted = await countedOf(ctx, kind, entry);
  const _id = storedId(kind.id, entry);
  if (!counted) return dropPart(ctx, _id);
  const { owner, order, part } = counted;
  const document = progressParts.check({ _id, kind: kind.id, owner, order, part });
  const { _id: _, ...fields } = document;
  const newer = { _id, order: trusted({ $lte: order }) };
  try {
    await progressParts.on(ctx.db).updateOne(newer as never, { $set: fields }, { upsert: true });
  } catch (error) {
    // A newer reading is there already.
    if (!isDuplicate(error)) throw error;
  }
  return owner;
}

async function countedOf<C extends StoreContext>(
  ctx: C,
  kind: ProgressKind<C>,
  entry: string,
): Promise<Counted | null> {
  try {
    return await kind.count(ctx, entry);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}

async function dropPart(ctx: StoreContext, _id: string): Promise<string | null> {
  const gone = await progressParts.on(ctx.db).findOneAndDelete({ _id }).lean();
  return gone?.owner ?? null;
}
