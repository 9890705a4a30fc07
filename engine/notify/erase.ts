// Empties the deliveries of a person who is erased, and those to others that spoke of them: that something was told, when
// and under which text key stays; whom it named and where it lies does not. Nothing of it is sent any more.
import { trusted } from 'mongoose';
import { chatAddress } from '../kernel/chat.ts';
import type { Message } from '../kernel/message.ts';
import type { StoreContext } from '../store/context.ts';
import { timers } from '../store/timers.ts';
import { removeMessage } from '../store/web-chat.ts';
import { type Delivery, deliveries, sendingSlots } from './store.ts';

export interface Spoken {
  readonly person: string;
  /** Ids by which messages note that they speak of the person: theirs, and those of what is theirs. */
  readonly ids: readonly string[];
  readonly chats: readonly string[];
  /** Documents whose events are about the person: `credit_students/<id>`. */
  readonly documents: readonly string[];
  /** Ids of what timers were set for: interviews, entries. */
  readonly items: readonly string[];
}

/** Where a message lay that nobody is to find again. */
const GONE = 'erased';

export async function eraseDeliveries(ctx: StoreContext, spoken: Spoken): Promise<void> {
  const own = [{ person: spoken.person }, { chat: trusted({ $in: [...spoken.chats] }) }];
  const wanted = { $or: [...own, ...(await about(ctx, spoken))] };
  const found = deliveries.on(ctx.db).find(wanted as never);
  for await (const each of found.lean().cursor()) await empty(ctx, each as Delivery, spoken);
  await sendingSlots.on(ctx.db).deleteMany({ _id: trusted({ $in: [...spoken.chats] }) } as never);
}

/** True while others still have to be told of the person's end: their notices name whom it is about. */
export async function othersWait(ctx: StoreContext, spoken: Spoken): Promise<boolean> {
  const waits = {
    state: 'waiting',
    person: trusted({ $ne: spoken.person }),
    $or: await about(ctx, spoken),
  };
  return (await deliveries.on(ctx.db).exists(waits as never)) !== null;
}

/**
 * Conditions that find what speaks of the person, and what followed from the documents' events and the items' timers:
 * earlier versions did not note of whom a message speaks.
 */
export async function about(ctx: StoreContext, { ids, documents, items }: Spoken) {
  const due = await timers
    .on(ctx.db)
    .collection.find({ 'data.id': { $in: [...items] } }, { projection: { _id: 1 } })
    .toArray();
  const followed = [...documents, ...due.map(({ _id }) => `timer/${String(_id)}`)].map(from);
  return [{ 'message.about': trusted({ $in: [...ids] }) }, ...followed];
}

/** Deliveries are named by the event that they follow: those of one document stand together. `0` comes after `/`. */
const from = (document: string) => ({ _id: trusted({ $gt: `${document}/`, $lt: `${document}0` }) });

async function empty(ctx: StoreContext, delivery: Delivery, { person, chats }: Spoken): Promise<void> {
  const { _id, state, message, chat } = delivery;
  const isTheirs = delivery.person === person || (chat !== null && chats.includes(chat));
  // Its very id names the chat.
  if (delivery.kind === 'reply') return void (await deliveries.on(ctx.db).deleteOne({ _id }));
  const keys = (message as Message).texts.map(({ key }) => ({ key }));
  const isOver = state === 'sent' || state === 'superseded';
  const fields = {
    message: { texts: keys },
    error: null,
    // Never settled again: there is nothing to put in its place.
    card: null,
    ...(isTheirs && { chat: GONE, messageId: GONE, replaces: null }),
    ...(!isOver && { state: 'superseded' as const, endedAt: ctx.clock.now() }),
  };
  if (!isTheirs) await removeShown(ctx, delivery);
  await deliveries.on(ctx.db).updateOne({ _id }, { $set: fields, $inc: { rev: 1 } });
}

/** A card in a web chat is ours to take away; what lies in a messenger stays there, out of our hands. */
async function removeShown(ctx: StoreContext, { chat, messageId }: Delivery): Promise<void> {
  if (chat !== null && chat !== GONE && messageId !== null && chatAddress(chat).channel === 'web')
    await removeMessage(ctx, chat, Number(messageId));
}
