// What waits in a journal follows what becomes of the participation: another mentor, or nobody any more.
import { trusted } from 'mongoose';
import { refreshReview } from '../../../reviews/refresh.ts';
import type { EngineContext } from '../../context.ts';
import { excuseReview } from '../excuses/review.ts';
import { excuses } from '../excuses/store.ts';
import { entryReview } from './review.ts';
import { entries } from './store.ts';

/** Brings the review items of everything that waits to how it stands now. */
export async function refreshWaiting(ctx: EngineContext, participation: string): Promise<void> {
  const waiting = { participation, state: trusted({ $in: ['sent', 'with-employer'] }) };
  const open = await entries
    .on(ctx.db)
    .find(waiting as never, { _id: 1 })
    .lean();
  for (const { _id } of open) await refreshReview(ctx, entryReview, _id);
  const asked = await excuses.on(ctx.db).find({ participation, state: 'asked' }, { _id: 1 }).lean();
  for (const { _id } of asked) await refreshReview(ctx, excuseReview, _id);
}

export const settleJournal = {
  waiting: (ctx: EngineContext, { data }: { readonly data: { readonly participation: string } }) =>
    refreshWaiting(ctx, data.participation),
};
