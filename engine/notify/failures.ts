// What operators see of deliveries, and how many there are of each state. Never shows what a message said of a person.
import { trusted } from 'mongoose';
import { type Actor, holds } from '../kernel/actor.ts';
import { desks } from '../kernel/chat.ts';
import { DAY } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';
import { type Page, type PageRequest, pageOf } from '../store/page.ts';
import { type Delivery, deliveries } from './store.ts';

export interface DeliverySearch {
  readonly state?: Delivery['state'];
  readonly desk?: string;
  readonly person?: string;
}

/** Newest first. @throws AppError `forbidden` for anyone but an operator */
export function deliveriesSeenBy(
  ctx: StoreContext,
  actor: Actor,
  search: DeliverySearch,
  page: PageRequest,
): Promise<Page<Delivery>> {
  refuseOthers(actor);
  return pageOf(ctx, deliveries, { ...search }, { by: 'createdAt', of: 'instant', newestFirst: true }, page);
}

/** Deliveries by state, for /metrics. Ended ones are kept for a year: those are counted since yesterday. */
export async function deliveryCounts(ctx: StoreContext): Promise<Record<Delivery['state'], number>> {
  const since = new Date(ctx.clock.now().getTime() - DAY);
  // The desks are all there are: with them an index tells how many wait.
  const waiting = { state: 'waiting', desk: trusted({ $in: [...desks] }) };
  const recent = { $or: [waiting, { endedAt: trusted({ $gte: since }) }] };
  const grouped = await deliveries
    .on(ctx.db)
    .aggregate<{ _id: Delivery['state']; count: number }>([
      { $match: recent as never },
      { $group: { _id: '$state', count: { $sum: 1 } } },
    ]);
  const none = { waiting: 0, sent: 0, failed: 0, blocked: 0, 'gave-up': 0, superseded: 0 };
  return { ...none, ...Object.fromEntries(grouped.map(({ _id, count }) => [_id, count])) };
}

/** @throws AppError `forbidden` for anyone but an operator */
export function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'deliveries are for operators');
}
