// The turn of a chat: one process at a time works on it, and renews its turn while it is at it. Taking the turn reads
// the chat as well, so that what follows need not read it again. Called by the inbox; last messages go with it.
import { SECOND, systemClock } from '../kernel/clock.ts';
import { chats } from './chats.ts';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';

/** How long a process may be silent before another takes over: people wait that long when it was killed. */
const TURN = 10 * SECOND;

const TRIES = 3;

/**
 * Turns and newest messages are not worth waiting for the journal: a turn that is lost with the database's process is
 * free for another, which sessions and commands tolerate, and an edit in place that is not made is a message more. What
 * people said and were told does not go by this.
 */
const SOON = { writeConcern: { w: 1, journal: false } } as const;

/** A chat as it stood when its turn was taken. */
export interface TakenChat {
  readonly rev: number;
  readonly session: unknown;
}

export type ChatTurns = ReturnType<typeof chatTurns>;

export function chatTurns(ctx: StoreContext) {
  const raw = () => chats.raw(ctx.db);
  /** The newest message of each chat whose turn is held here. */
  const newest = new Map<string, string | null>();

  /** @returns null while another process is at the chat; it will look again before it leaves */
  async function take(chat: string, owner: string): Promise<TakenChat | null> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const taken = await takeFree(chat, owner);
      if (taken) {
        newest.set(chat, taken.lastMessage);
        return taken;
      }
      if (await askToLookAgain(chat, owner)) return null;
    }
    return null;
  }

  async function takeFree(chat: string, owner: string) {
    // Real time: it has to do with processes, not with programmes.
    const now = systemClock.now();
    const free = { $or: [{ owner: { $in: [null, owner] } }, { until: { $lt: now } }] };
    const blank = { rev: 0, session: null, lastMessage: null, at: now };
    try {
      return await raw().findOneAndUpdate(
        { _id: chat, ...free },
        { $set: { owner, until: new Date(now.getTime() + TURN) }, $setOnInsert: blank },
        { ...SOON, upsert: true, returnDocument: 'after' },
      );
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  /** @returns false when nobody holds the turn any more */
  async function askToLookAgain(chat: string, owner: string): Promise<boolean> {
    const held = { _id: chat, owner: { $nin: [null, owner] }, until: { $gte: systemClock.now() } };
    return (await raw().updateOne(held, { $set: { awaited: true } }, SOON)).matchedCount === 1;
  }

  async function hold(chat: string, owner: string): Promise<void> {
    const until = new Date(systemClock.now().getTime() + TURN);
    await raw().updateOne({ _id: chat, owner }, { $set: { until } }, SOON);
  }

  /** @returns whether another process came meanwhile: what it brought may wait */
  async function giveBack(chat: string, owner: string): Promise<boolean> {
    newest.delete(chat);
    const free = { owner: null, until: null, awaited: false };
    const before = await raw().findOneAndUpdate(
      { _id: chat, owner },
      { $set: free },
      { ...SOON, projection: { awaited: 1 } },
    );
    return before?.awaited === true;
  }

  /** The bot's newest message in each chat: what an edit in place replaces. */
  const last = {
    async get(chat: string): Promise<string | null> {
      const known = newest.get(chat);
      if (known !== undefined) return known;
      const found = await raw().findOne({ _id: { $eq: chat } }, { projection: { lastMessage: 1 } });
      return found?.lastMessage ?? null;
    },
    async set(chat: string, messageId: string): Promise<void> {
      if (newest.get(chat) === messageId) return;
      await raw().updateOne({ _id: chat }, { $set: { lastMessage: messageId } }, SOON);
      if (newest.has(chat)) newest.set(chat, messageId);
    },
  };

  return { take, hold, giveBack, last };
}
