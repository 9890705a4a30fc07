// How fast a bot speaks: Telegram takes 30 messages in any second from a bot, and about one a second in a chat.
// Notices keep to it; replies to people who are talking go ahead of them and are counted, so that notices make room.
// Where the turns are booked is another's: in this process (rate-book.ts) or for all processes (engine/jobs).
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds, and messages. */
export const RATE = {
  most: 30,
  /** The window over which notices keep to `most`: 29.5 a second, 50,000 in 28.3 minutes. */
  noticeWindow: 1_016,
  /** Notices come one by one, or a reply would find the whole second taken. */
  apart: 33,
  replyWindow: 1_005,
  /** A reply takes the room of two, so that the next one finds some. */
  replyWeight: 2,
  /** A reply waits for its turn no longer than this; then it goes, and Telegram decides. */
  longestWait: 100,
  /** After any message, before the next notice in the same chat. Replies in a row are let through: Telegram allows short bursts. */
  chatGap: 1_050,
} as const;

export interface Booking {
  readonly kind: 'notice' | 'reply';
  readonly bot: string;
  readonly chat: string;
  /** An album counts each of its pictures. */
  readonly messages: number;
}

/** `wait`: milliseconds until its turn. `busy`: nothing was booked, the chat is free after so many. */
export type Booked = { readonly wait: number; readonly turn: string } | { readonly busy: number };

export interface TurnBook {
  book(booking: Booking): Promise<Booked>;
  /** Notes that a booked turn is taken later than it was given. */
  shift(bot: string, turn: string, milliseconds: number): Promise<void>;
}

export interface RateLimiter {
  /** Notices of a bot come up one after another: what is done here must end before the next may begin. */
  inLine<T>(bot: string, act: () => Promise<T>): Promise<T>;
  /** Waits for the turn of a notice. @returns null when it is to be sent now, else after how long its chat is free */
  notice(bot: string, chat: string): Promise<number | null>;
  /** Counts a reply, and holds it back for a moment where that keeps Telegram from refusing it. Never throws. */
  reply(bot: string, chat: string, messages?: number): Promise<void>;
}

export type Wait = (milliseconds: number) => Promise<unknown>;

/** A turn that is taken this much later than it was given is noted. */
const LATE = 8;

export function rateLimiterBy(
  book: TurnBook,
  wait: Wait = (milliseconds) => delay(milliseconds),
): RateLimiter {
  const lines = new Map<string, Promise<unknown>>();

  async function take(booking: Booking): Promise<number | null> {
    const asked = performance.now();
    const booked = await book.book(booking);
    if ('busy' in booked) return booked.busy;
    if (booked.wait > 0) await wait(booked.wait);
    const late = performance.now() - asked - booked.wait;
    if (late > LATE) await book.shift(booking.bot, booked.turn, late);
    return null;
  }

  return {
    inLine: (bot, act) => {
      const mine = (lines.get(bot) ?? Promise.resolve()).then(act, act);
      lines.set(
        bot,
        mine.catch(() => undefined),
      );
      return mine;
    },
    notice: (bot, chat) => take({ kind: 'notice', bot, chat, messages: 1 }),
    reply: async (bot, chat, messages = 1) => {
      await take({ kind: 'reply', bot, chat, messages }).catch(() => null);
    },
  };
}
