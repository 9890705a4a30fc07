// What every copy of a card turns into after its item changed: the same for all, but for whoever decided, who may undo it.
import type { Settlement } from '../notify/notice.ts';
import type { StoreContext } from '../store/context.ts';
import { settledCard, undoRow } from './card.ts';
import type { ReviewKind } from './kind.ts';
import { reviewId } from './store.ts';

/** Also for what is open again: its copies are. @throws AppError `not-found` */
export async function settlementOf<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
): Promise<Settlement> {
  const settled = { settles: reviewId(kind.id, subject), message: await settledCard(ctx, kind, subject) };
  const decider = kind.undo && (await kind.read(ctx, subject)).decision?.by;
  if (!decider || (await undoRow(ctx, kind, subject, decider)).length === 0) return settled;
  return { ...settled, own: { person: decider, message: await settledCard(ctx, kind, subject, decider) } };
}
