// Updates as they came from a channel, stored before the channel is told that they arrived.
// One process at a time works on a chat: it holds the chat's turn for a while and renews it with each update.
import { trusted } from 'mongoose';
import Type from 'typebox';
import { type ChatAddress, chatKey } from '../kernel/chat.ts';
import { SECOND, systemClock } from '../kernel/clock.ts';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';
import { collection, Instant, Json } from './model.ts';

/** How long a process may be silent on an update before another may take over. */
const TURN = 30 * SECOND;

export const inboxEntries = collection(
  'inbox',
  Type.Object({
    _id: Type.String(),
    desk: Type.String(),
    channel: Type.String(),
    chat: Type.String(),
    order: Type.Number(),
    update: Json,
    state: Type.Union([Type.Literal('waiting'), Type.Literal('done'), Type.Literal('dead')]),
    attempts: Type.Integer(),
    reference: Type.Union([Type.Null(), Type.String()]),
    receivedAt: Instant,
    endedAt: Type.Union([Type.Null(), Instant]),
  }),
  [
    { fields: { chat: 1, order: 1 }, options: { partialFilterExpression: { state: 'waiting' } } },
    { fields: { desk: 1, channel: 1 }, options: { partialFilterExpression: { state: 'waiting' } } },
    { fields: { endedAt: 1 } },
  ],
);

const turns = collection(
  'inbox_turns',
  Type.Object({ _id: Type.String(), owner: Type.String(), until: Instant }),
);

interface Arriving {
  readonly id: string;
  readonly order: number;
  readonly address: ChatAddress;
}

/** The inbox of every channel, as the receiver of the chat expects it. */
export function storedInbox<U extends Arriving>(ctx: StoreContext) {
  const entries = () => inboxEntries.on(ctx.db);

  async function accept(update: U): Promise<boolean> {
    const { desk, channel } = update.address;
    const entry = inboxEntries.check({
      _id: `${desk}.${channel}/${update.id}`,
      desk,
      channel,
      chat: chatKey(update.address),
      order: update.order,
      update,
      state: 'waiting',
      attempts: 0,
      reference: null,
      receivedAt: systemClock.now(),
      endedAt: null,
    });
    try {
      await entries().collection.insertOne(entry as never);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async function claim(chat: string, owner: string) {
    if (!(await takeTurn(ctx, chat, owner))) return null;
    const found = await entries().findOne({ chat, state: 'waiting' }).sort({ order: 1 }).lean();
    if (!found) {
      await turns.on(ctx.db).deleteOne({ _id: chat, owner });
      return null;
    }
    return { id: found._id, update: found.update as U, attempts: found.attempts };
  }

  async function forget(id: string): Promise<void> {
    const found = await entries().findById(id).lean();
    const { input } = (found?.update ?? {}) as { readonly input?: Record<string, unknown> };
    const written = ['text', 'argument', 'caption'].filter((name) => typeof input?.[name] === 'string');
    const blank = Object.fromEntries(written.map((name) => [`update.input.${name}`, '']));
    if (written.length > 0) await entries().collection.updateOne({ _id: id as never }, { $set: blank });
  }

  async function finish(id: string, _owner: string): Promise<void> {
    await entries().updateOne({ _id: id }, { $set: { state: 'done', endedAt: systemClock.now() } });
  }

  async function fail(
    id: string,
    owner: string,
    failure: { reference: string; dead: boolean },
  ): Promise<void> {
    const ended = failure.dead ? { state: 'dead' as const, endedAt: systemClock.now() } : {};
    const found = await entries()
      .findOneAndUpdate(
        // Another process may have taken over and handled it: what is done stays done.
        { _id: id, state: 'waiting' },
        { $set: { ...ended, reference: failure.reference }, $inc: { attempts: 1 } },
      )
      .lean();
    if (found) await turns.on(ctx.db).deleteOne({ _id: found.chat, owner });
  }

  async function waitingChats(desk: string, channel: string, limit: number): Promise<readonly string[]> {
    const found = await entries().distinct('chat', { desk, channel, state: 'waiting' });
    return (found as string[]).slice(0, limit);
  }

  return { accept, claim, forget, finish, fail, waitingChats };
}

async function takeTurn(ctx: StoreContext, chat: string, owner: string): Promise<boolean> {
  const now = systemClock.now();
  const until = new Date(now.getTime() + TURN);
  const free = { $or: [{ owner }, { until: trusted({ $lt: now }) }] };
  try {
    await turns
      .on(ctx.db)
      .updateOne({ _id: chat, ...free } as never, { $set: { owner, until } }, { upsert: true });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
