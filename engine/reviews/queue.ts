// What waits for somebody: counts by kind, and one item after the other, oldest first. Read by index from the stored items;
// no document of a programme is opened for it.
import { trusted } from 'mongoose';
import { type Actor, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';
import { type Page, type PageRequest, pageOf } from '../store/page.ts';
import { decidedBy } from './deciders.ts';
import type { ReviewState } from './kind.ts';
import { type Review, reviews } from './store.ts';
import { wordsOf } from './words.ts';

/** How much of one kind waits. */
export interface QueueLine {
  readonly kind: string;
  readonly n: number;
  readonly overdue: number;
  /** Since when the oldest waits. */
  readonly since: Date;
}

/** Kinds of which nothing waits are left out. In no order. */
export async function queueOf(ctx: StoreContext, actor: Actor): Promise<readonly QueueLine[]> {
  if (wordsOf(actor).length === 0) return [];
  const overdue = { $and: [{ $ne: ['$due', null] }, { $lt: ['$due', ctx.clock.now()] }] };
  const lines = await reviews.on(ctx.db).aggregate([
    { $match: { ...decidedBy(actor), state: 'open' } },
    {
      $group: {
        _id: '$kind',
        n: { $sum: 1 },
        overdue: { $sum: { $cond: [overdue, 1, 0] } },
        since: { $min: '$since' },
      },
    },
  ]);
  return lines.map(({ _id, ...line }) => ({ kind: _id, ...line }));
}

/**
 * The oldest that waits; given one, the one that follows it, round and round.
 * @param after an item's id, decided or not
 * @returns null where nothing waits
 */
export async function nextOf(ctx: StoreContext, actor: Actor, after: string | null): Promise<Review | null> {
  const from = after === null ? null : await reviews.on(ctx.db).findById(after, { since: 1 }).lean();
  return (from && (await firstOf(ctx, actor, beyond(from)))) ?? firstOf(ctx, actor, {});
}

const beyond = ({ _id, since }: Pick<Review, '_id' | 'since'>) => ({
  since: trusted({ $gte: since }),
  $or: [{ since: trusted({ $gt: since }) }, { _id: trusted({ $gt: _id }) }],
});

const firstOf = (
  ctx: StoreContext,
  actor: Actor,
  more: Readonly<Record<string, unknown>>,
): Promise<Review | null> =>
  reviews
    .on(ctx.db)
    .findOne({ ...decidedBy(actor), state: 'open', ...more } as never)
    .sort({ since: 1, _id: 1 })
    .lean();

export interface ReviewSearch {
  readonly kind?: string;
  /** Open ones unless told otherwise. */
  readonly state?: ReviewState;
  readonly overdue?: boolean;
  readonly group?: string;
}

/** Oldest first: what is the actor's to decide; all of it for operators. @throws AppError `forbidden` */
export async function reviewsSeenBy(
  ctx: StoreContext,
  actor: Actor,
  { kind, state = 'open', overdue, group }: ReviewSearch,
  page: PageRequest,
): Promise<Page<Review>> {
  const seesAll = holds(actor, 'operator', 'all');
  if (!seesAll && actor.grants.length === 0) throw new AppError('forbidden', `${actor.id} decides nothing`);
  const now = ctx.clock.now();
  const late = { due: trusted({ $lt: now, $ne: null }) };
  const inTime = { $or: [{ due: null }, { due: trusted({ $gte: now }) }] };
  const filter = {
    ...(!seesAll && decidedBy(actor)),
    state,
    ...(kind !== undefined && { kind }),
    ...(group !== undefined && { group }),
    ...(overdue !== undefined && (overdue ? late : inTime)),
  };
  return pageOf(ctx, reviews, filter, { by: 'since', of: 'instant' }, page);
}
