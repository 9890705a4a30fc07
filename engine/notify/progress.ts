// The life of a delivery after it was planned: due, begun, sent, put off, ended, revived.
// Called by the delivery worker; each step is one guarded write, so two workers cannot both send it.
import { type mongo, trusted } from 'mongoose';
import { DAY, SECOND } from '../kernel/clock.ts';
import type { StoreContext } from '../store/context.ts';
import { type Delivery, deliveries } from './store.ts';

/**
 * How long a worker may be busy with one send; after that it counts as dead and the send as unsure. Longer than a call
 * to Telegram may take (20 s), short enough that a killed worker's notices are on their way again within 30 s.
 */
const LEASE = 25 * SECOND;
/** How long what a blocked person missed is kept for their return. */
const REVIVED_WITHIN = 7 * DAY;

/** Without mongoose's casting, which costs more than the request: every send passes here. */
const native = (ctx: StoreContext) =>
  deliveries.on(ctx.db).collection as unknown as mongo.Collection<Delivery>;

/** Sends one delivery, given by its id or as it was just read. @returns when to look at it again, or null when nothing is left to do. */
export type Deliver = (due: string | Delivery) => Promise<Date | null>;

export async function loadDelivery(ctx: StoreContext, id: string): Promise<Delivery | null> {
  return deliveries.on(ctx.db).findById(id).lean() as Promise<Delivery | null>;
}

/** Deliveries of a desk that may be sent now: replies first, announcements last, and each kind in its order. */
export async function dueDeliveries(
  ctx: StoreContext,
  desk: string,
  limit: number,
): Promise<readonly Delivery[]> {
  const due = { desk, state: 'waiting' as const, notBefore: { $lte: ctx.clock.now() } };
  const found = native(ctx).find(due).sort({ rank: 1, notBefore: 1 }).limit(limit);
  return found.toArray();
}

/** Puts off what may not be sent yet, as long as nobody has begun it. @returns until when */
export async function putOff(ctx: StoreContext, id: string, until: Date): Promise<Date> {
  const unbegun = { _id: id, state: 'waiting' as const, notBefore: { $lte: ctx.clock.now() } };
  await native(ctx).updateOne(unbegun, { $set: { notBefore: until } });
  return until;
}

/**
 * Begins a send. @returns the delivery as it was before (`unsure`: an earlier send may have arrived), or null when
 * it is not due or another worker is at it
 */
export async function beginSending(ctx: StoreContext, id: string): Promise<Delivery | null> {
  const now = ctx.clock.now();
  const due = { _id: id, state: 'waiting' as const, notBefore: { $lte: now } };
  const begun = { $set: { unsure: true, notBefore: new Date(now.getTime() + LEASE) }, $inc: { attempts: 1 } };
  return native(ctx).findOneAndUpdate(due, begun, { returnDocument: 'before' });
}

/**
 * Notes that a delivery lies in a chat. @returns false when its message was changed under way: it stays waiting, and
 * the next send puts the new message in the place of this one
 */
export async function markSent(
  ctx: StoreContext,
  delivery: Delivery,
  chat: string,
  messageId: string,
): Promise<boolean> {
  const lies = { chat, messageId, unsure: false, error: null };
  const ended = { ...lies, state: 'sent' as const, endedAt: ctx.clock.now() };
  const outcome = await native(ctx).updateOne({ _id: delivery._id, rev: delivery.rev }, { $set: ended });
  if (delivery.replaces) await native(ctx).updateOne({ _id: delivery.replaces }, { $set: { messageId } });
  if (outcome.matchedCount === 1) return true;
  await native(ctx).updateOne({ _id: delivery._id }, { $set: { ...lies, notBefore: ctx.clock.now() } });
  return false;
}

/** A card stands in another message now: what settles it later has to find that one. */
export async function noteMoved(ctx: StoreContext, chat: string, from: string, to: string): Promise<void> {
  await native(ctx).updateMany({ chat, state: 'sent', messageId: from }, { $set: { messageId: to } });
}

export interface Postponement {
  readonly until: Date;
  /** The send may have arrived after all. */
  readonly unsure: boolean;
  /** False for what is not the delivery's own failure: the attempt is not counted. */
  readonly counted: boolean;
  readonly error: string | null;
  /** Files that lie in the chat all the same; as before where it is left out. */
  readonly shown?: number;
}

/** Puts a begun delivery off. */
export async function postpone(ctx: StoreContext, id: string, to: Postponement): Promise<void> {
  const { until: notBefore, unsure, error, shown } = to;
  const fields = { notBefore, unsure, error, ...(shown !== undefined && { shown }) };
  const attempts = { $inc: { attempts: to.counted ? 0 : -1 } };
  await deliveries.on(ctx.db).updateOne({ _id: id, state: 'waiting' }, { $set: fields, ...attempts });
}

/** Ends a delivery that was not sent; the reason is kept for the operators. */
export async function endUnsent(
  ctx: StoreContext,
  id: string,
  state: 'failed' | 'blocked' | 'gave-up' | 'superseded',
  error: string,
): Promise<void> {
  const fields = { state, error, unsure: false, endedAt: ctx.clock.now() };
  await deliveries.on(ctx.db).updateOne({ _id: id, state: 'waiting' }, { $set: fields });
}

/**
 * Sends again what a person missed in the last week because no chat of theirs took messages.
 * Called when they write again. @returns how many deliveries wait anew
 */
export async function reviveDeliveries(ctx: StoreContext, person: string): Promise<number> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - REVIVED_WITHIN);
  const missed = { person, state: 'blocked', createdAt: trusted({ $gte: since }) };
  const anew = { state: 'waiting' as const, notBefore: now, endedAt: null };
  const outcome = await deliveries.on(ctx.db).updateMany(missed as never, { $set: anew });
  return outcome.modifiedCount;
}

/** True while an older settlement of the same message is being sent: the newer one has to land after it. */
export async function olderUnderWay(ctx: StoreContext, delivery: Delivery): Promise<boolean> {
  const busy = {
    replaces: delivery.replaces,
    _id: trusted({ $ne: delivery._id }),
    unsure: true,
    notBefore: trusted({ $gt: ctx.clock.now() }),
  };
  return (await deliveries.on(ctx.db).exists(busy as never)) !== null;
}

/** True while an earlier reply to the same chat still waits: replies keep their order. */
export async function earlierReplyWaits(ctx: StoreContext, delivery: Delivery): Promise<boolean> {
  if (delivery.kind !== 'reply') return false;
  const { chat, createdAt, _id } = delivery;
  const earlier = [{ createdAt: trusted({ $lt: createdAt }) }, { createdAt, _id: trusted({ $lt: _id }) }];
  const waits = { chat, kind: 'reply', state: 'waiting', $or: earlier };
  return (await deliveries.on(ctx.db).exists(waits as never)) !== null;
}

/** When a message came to lie in a chat, if it was sent after `since`: few were, so these are looked through. */
export async function deliveredAt(
  ctx: StoreContext,
  { chat, message, since }: { readonly chat: string; readonly message: string; readonly since: Date },
): Promise<Date | null> {
  const found = await native(ctx).findOne(
    { endedAt: { $gt: since }, chat: { $eq: chat }, messageId: { $eq: message } },
    { sort: { endedAt: -1 }, projection: { endedAt: 1 } },
  );
  return found?.endedAt ?? null;
}
