// What the award keeps of a nominee: theirs to take along; the head's words about them go when they are erased. What was decided
// stays under the meaningless id, so that a badge is never given twice.
import { systemActor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { StoreContext } from '../../../store/context.ts';
import { awards } from './store.ts';

const idsOf = async (ctx: StoreContext, person: string): Promise<readonly string[]> =>
  (await awards.on(ctx.db).find({ person }, { _id: 1 }).lean()).map(({ _id }) => _id);

export const awardDocuments = async (ctx: StoreContext, person: string): Promise<readonly string[]> =>
  (await idsOf(ctx, person)).map((id) => `badge_awards/${id}`);

/** Without bookkeeping, and without the names of others. */
export function awardRecord(ctx: StoreContext, person: string) {
  const left = {
    v: 0,
    applied: 0,
    audit: 0,
    outbox: 0,
    nominatedBy: 0,
    mentor: 0,
    'interview.setBy': 0,
    'interview.heldBy': 0,
  };
  return awards.on(ctx.db).find({ person }, left).sort({ nominatedAt: 1 }).lean();
}

/** Idempotent. */
export async function eraseAwards(ctx: StoreContext, person: string): Promise<void> {
  for (const id of await idsOf(ctx, person)) {
    const command = { id: `erase/${id}`, actor: systemActor };
    await change(ctx, awards, id, command, () =>
      ok({ action: 'grounds erased', set: { grounds: '' }, result: id }),
    );
  }
}
