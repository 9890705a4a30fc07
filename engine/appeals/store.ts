// Appeals: what a person says against a decision, and what somebody else decided of it. Written by this folder only.
import Type from 'typebox';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant, nullable, oneOf } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';

/** `withdrawn` with the person who was erased. */
export const appealStates = ['open', 'upheld', 'overturned', 'withdrawn'] as const;
export type AppealState = (typeof appealStates)[number];

/** `_id` follows from the decision: one appeal against each. */
export const appeals = collection(
  'appeals',
  owned({
    /** Id of the review kind whose decision it is about, and the subject of it. */
    kind: Type.String(),
    subject: Type.String(),
    person: Type.String(),
    /** The decision as it stood. */
    against: Type.Object({ how: Type.String(), by: Type.String(), at: Instant }),
    words: Type.String(),
    openedAt: Instant,
    state: oneOf(appealStates),
    decidedBy: nullable(Type.String()),
    decidedAt: nullable(Instant),
    reason: nullable(Type.String()),
  }),
  [outboxIndex, { fields: { person: 1, openedAt: 1 } }, { fields: { kind: 1, openedAt: 1 } }],
);
export type Appeal = ReturnType<typeof appeals.check>;

/** @throws AppError `not-found` */
export async function appealOf(ctx: StoreContext, id: string): Promise<Appeal> {
  const found = await appeals.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `appeal ${id} does not exist`);
  return found as Appeal;
}
