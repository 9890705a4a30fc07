// What operators see of deliveries, and sending a failed one again. Never shows what a message said of a person.
import { trusted } from 'mongoose';
import { type Actor, holds } from '../kernel/actor.ts';
import { DAY } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
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
  const recent = { $or: [{ state: 'waiting' }, { endedAt: trusted({ $gte: since }) }] };
  const grouped = await deliveries
    .on(ctx.db)
    .aggregate<{ _id: Delivery['state']; count: number }>([
      { $match: recent as never },
      { $group: { _id: '$state', count: { $sum: 1 } } },
    ]);
  const none = { waiting: 0, sent: 0, failed: 0, blocked: 0, 'gave-up': 0, superseded: 0 };
  return { ...none, ...Object.fromEntries(grouped.map(({ _id, count }) => [_id, count])) };
}

const ENDED_UNSENT: readonly Delivery['state'][] = ['failed', 'blocked', 'gave-up'];

/** Notes in a person's audit chain that a delivery of theirs is sent again: deliveries have no chain of their own. */
export type NoteRetry = (person: string, delivery: string) => Promise<Result<unknown>>;

/**
 * Sends again what did not arrive: it waits anew, with its attempts counted from nothing.
 * @returns the delivery's id
 * @throws AppError `forbidden` for anyone but an operator, `not-found`
 */
export async function retryDelivery(
  ctx: StoreContext,
  actor: Actor,
  id: string,
  note: NoteRetry,
): Promise<Result<string>> {
  refuseOthers(actor);
  const delivery = (await deliveries.on(ctx.db).findById(id).lean()) as Delivery | null;
  if (!delivery) throw new AppError('not-found', `delivery ${id} does not exist`);
  const { state, person } = delivery;
  if (!ENDED_UNSENT.includes(state)) return refused('common.already-done');
  const noted = person === null ? ok(id) : await note(person, id);
  if (!noted.ok) return noted;
  const anew = { state: 'waiting' as const, attempts: 0, notBefore: ctx.clock.now(), endedAt: null };
  await deliveries.on(ctx.db).updateOne({ _id: id, state }, { $set: anew });
  ctx.nudge();
  return ok(id);
}

function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'deliveries are for operators');
}
