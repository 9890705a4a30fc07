// What operators see of broadcasts: what was said to whom, and how far its sending has come.
import type { Actor } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { StoreContext } from '../../store/context.ts';
import { type Page, type PageRequest, pageOf } from '../../store/page.ts';
import { type Delivery, deliveries } from '../store.ts';
import { refuseOthers } from './create-broadcast.ts';
import { deliveriesOf } from './feed-broadcasts.ts';
import { type Broadcast, broadcasts } from './store.ts';

/** Newest first. @throws AppError `forbidden` for anyone but an operator */
export function broadcastsSeenBy(
  ctx: StoreContext,
  actor: Actor,
  search: { readonly state?: Broadcast['state'] },
  page: PageRequest,
): Promise<Page<Broadcast>> {
  refuseOthers(actor);
  return pageOf(ctx, broadcasts, { ...search }, { by: 'createdAt', of: 'instant', newestFirst: true }, page);
}

/** @throws AppError `forbidden` for anyone but an operator, `not-found` */
export async function broadcastSeenBy(ctx: StoreContext, actor: Actor, id: string): Promise<Broadcast> {
  refuseOthers(actor);
  const found = await broadcasts.on(ctx.db).findById(id, { applied: 0, outbox: 0 }).lean();
  if (!found) throw new AppError('not-found', `broadcast ${id} does not exist`);
  return found as Broadcast;
}

/** How many deliveries of a broadcast are in each state. */
export async function progressOf(ctx: StoreContext, id: string): Promise<Record<Delivery['state'], number>> {
  const grouped = await deliveries
    .on(ctx.db)
    .aggregate<{ _id: Delivery['state']; count: number }>([
      { $match: deliveriesOf(id) as never },
      { $group: { _id: '$state', count: { $sum: 1 } } },
    ]);
  const none = { waiting: 0, sent: 0, failed: 0, blocked: 0, 'gave-up': 0, superseded: 0 };
  return { ...none, ...Object.fromEntries(grouped.map(({ _id, count }) => [_id, count])) };
}
