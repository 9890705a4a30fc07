// Updates as they came from a channel, stored before the channel is told that they arrived.
// Whoever works on a chat holds its turn (chat-turns.ts): claimed with the first update, given back when none waits.
import Type from 'typebox';
import { type ChatAddress, chatKey } from '../kernel/chat.ts';
import { systemClock } from '../kernel/clock.ts';
import { type ChatTurns, chatTurns } from './chat-turns.ts';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';
import { textIndex } from './indexes.ts';
import { collection, Instant, Json, oneOf } from './model.ts';
import { sessionIn } from './sessions.ts';

/** The index of those that were handled, by their end. To be named in a query: another one begins with the state. */
export const handled = 'handled';

export const inboxStates = ['waiting', 'done', 'dead'] as const;

export const inboxEntries = collection(
  'inbox',
  Type.Object({
    _id: Type.String(),
    desk: Type.String(),
    channel: Type.String(),
    chat: Type.String(),
    order: Type.Number(),
    update: Json,
    state: oneOf(inboxStates),
    attempts: Type.Integer(),
    reference: Type.Union([Type.Null(), Type.String()]),
    /** What was written is gone: it cannot be handled anew. */
    blanked: Type.Optional(Type.Boolean()),
    receivedAt: Instant,
    endedAt: Type.Union([Type.Null(), Instant]),
  }),
  [
    // Every turn writes these: as few as can be. The first serves the claiming of a chat, what all chats wait for, and
    // what is kept of a person's.
    { fields: { state: 1, chat: 1, order: 1 }, replaces: 'chat_1_order_1' },
    // Under a name of its own: databases from before have one of all that ended, on the same field.
    { fields: { endedAt: 1 }, options: { name: handled, partialFilterExpression: { state: 'done' } } },
    textIndex('reference'),
    // The dead are few; each is found by the reference that its person was told.
    { fields: { endedAt: -1, reference: -1 }, options: { partialFilterExpression: { state: 'dead' } } },
  ],
);

export type InboxEntry = ReturnType<typeof inboxEntries.check>;

interface Arriving {
  readonly id: string;
  readonly order: number;
  readonly address: ChatAddress;
}

/** What this process is at in a chat. */
interface AtWork {
  readonly owner: string;
  readonly entry: string;
  /** Another update waits behind it. */
  readonly more: boolean;
}

/** The inbox of every channel, as the receiver of the chat expects it. `S` is the session of a chat. */
export function storedInbox<
  U extends Arriving,
  S extends { readonly rev: number } = { readonly rev: number },
>(ctx: StoreContext, turns: ChatTurns = chatTurns(ctx)) {
  const entries = () => inboxEntries.raw(ctx.db);
  const atWork = new Map<string, AtWork>();
  const finished = new Set<string>();

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
      await entries().insertOne(entry);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** Whether nothing was seen to wait behind what was finished here: then the turn is given back unlooked. */
  function isThrough(chat: string, owner: string): boolean {
    const before = atWork.get(chat);
    atWork.delete(chat);
    const isDone = before !== undefined && finished.delete(before.entry);
    return isDone && before.owner === owner && !before.more;
  }

  async function claim(chat: string, owner: string) {
    // Who finds the turn taken leaves word, so nothing that comes meanwhile is left lying when the turn is given back.
    if (isThrough(chat, owner) && !(await turns.giveBack(chat, owner))) return null;
    for (;;) {
      const taken = await turns.take(chat, owner);
      if (!taken) return null;
      const waiting = entries().find({ chat, state: 'waiting' }).sort({ order: 1 }).limit(2);
      const [first, second] = await waiting.toArray();
      if (first) {
        atWork.set(chat, { owner, entry: first._id, more: second !== undefined });
        const session = sessionIn<S>(taken);
        const { _id: id, attempts, reference } = first;
        return { id, update: first.update as U, attempts, reference, ...(session && { session }) };
      }
      if (!(await turns.giveBack(chat, owner))) return null;
    }
  }

  async function forget(id: string): Promise<void> {
    const found = await entries().findOne({ _id: { $eq: id } });
    const { input } = (found?.update ?? {}) as { readonly input?: Record<string, unknown> };
    const written = WRITTEN.filter((path) => typeof valueAt(input, path) === 'string');
    const blank = Object.fromEntries(written.map((path) => [`update.input.${path}`, '']));
    if (written.length > 0) await entries().updateOne({ _id: id }, { $set: { ...blank, blanked: true } });
  }

  async function finish(id: string, _owner: string): Promise<void> {
    await entries().updateOne({ _id: id }, { $set: { state: 'done', endedAt: systemClock.now() } });
    finished.add(id);
  }

  async function fail(
    id: string,
    owner: string,
    failure: { reference: string; dead: boolean },
  ): Promise<void> {
    const ended = failure.dead ? { state: 'dead' as const, endedAt: systemClock.now() } : {};
    const found = await entries().findOneAndUpdate(
      // Another process may have taken over and handled it: what is done stays done.
      { _id: id, state: 'waiting' },
      { $set: { ...ended, reference: failure.reference }, $inc: { attempts: 1 } },
    );
    if (found) await turns.giveBack(found.chat, owner);
  }

  async function waitingChats(desk: string, channel: string, limit: number): Promise<readonly string[]> {
    // The keys of chats begin with their desk and channel.
    const chat = { $gte: `${desk}.${channel}.`, $lt: `${desk}.${channel}/` };
    const found = await entries().distinct('chat', { chat, state: 'waiting' });
    return (found as string[]).slice(0, limit);
  }

  return { accept, claim, hold: turns.hold, forget, finish, fail, waitingChats };
}

/** Where an update holds a person's own words. */
const WRITTEN = ['text', 'name', 'argument', 'caption', 'written', 'file.name'] as const;

const valueAt = (input: unknown, path: string): unknown =>
  path.split('.').reduce((at, name) => (at as Record<string, unknown> | undefined)?.[name], input);
