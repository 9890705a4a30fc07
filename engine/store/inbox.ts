// Updates as they came from a channel, stored before the channel is told that they arrived.
// One process at a time works on a chat: it holds the chat's turn for a while, and renews it while it is at it.
import Type from 'typebox';
import { type ChatAddress, chatKey } from '../kernel/chat.ts';
import { SECOND, systemClock } from '../kernel/clock.ts';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';
import { leases } from './leases.ts';
import { collection, Instant, Json } from './model.ts';

/** How long a process may be silent before another takes over: people wait that long when it was killed. */
const TURN = 10 * SECOND;

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

const turns = leases('inbox_turns');

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
    if (!(await turns.take(ctx, chat, owner, TURN))) return null;
    const found = await entries().findOne({ chat, state: 'waiting' }).sort({ order: 1 }).lean();
    if (!found) {
      await turns.giveBack(ctx, chat, owner);
      return null;
    }
    return { id: found._id, update: found.update as U, attempts: found.attempts };
  }

  async function hold(chat: string, owner: string): Promise<void> {
    await turns.take(ctx, chat, owner, TURN);
  }

  async function forget(id: string): Promise<void> {
    const found = await entries().findById(id).lean();
    const { input } = (found?.update ?? {}) as { readonly input?: Record<string, unknown> };
    const written = WRITTEN.filter((path) => typeof valueAt(input, path) === 'string');
    const blank = Object.fromEntries(written.map((path) => [`update.input.${path}`, '']));
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
    if (found) await turns.giveBack(ctx, found.chat, owner);
  }

  async function waitingChats(desk: string, channel: string, limit: number): Promise<readonly string[]> {
    const found = await entries().distinct('chat', { desk, channel, state: 'waiting' });
    return (found as string[]).slice(0, limit);
  }

  return { accept, claim, hold, forget, finish, fail, waitingChats };
}

/** Where an update holds a person's own words. */
const WRITTEN = ['text', 'name', 'argument', 'caption', 'written', 'file.name'] as const;

const valueAt = (input: unknown, path: string): unknown =>
  path.split('.').reduce((at, name) => (at as Record<string, unknown> | undefined)?.[name], input);
