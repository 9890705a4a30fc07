// The turns of one process: for a single process, for tests, and for replies while Redis is away.
// engine/jobs/shared-rate-limiter.ts does the same for all processes.
import type { Clock } from '../kernel/clock.ts';
import { type Booked, type Booking, RATE, type TurnBook } from './rate-limiter.ts';

/** Longer than any window. */
const KEPT = 2_000;
const MANY_CHATS = 1_000;

interface Turn {
  readonly id: string;
  at: number;
}

export class RateBook implements TurnBook {
  readonly #clock: Clock;
  readonly #bots = new Map<string, Turn[]>();
  readonly #freeAt = new Map<string, number>();
  #turns = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async book({ kind, bot, chat, messages }: Booking): Promise<Booked> {
    const now = this.#clock.now().getTime();
    const freeAt = this.#freeAt.get(chat) ?? now;
    if (kind === 'notice' && freeAt > now) return { busy: freeAt - now };
    const turns = (this.#bots.get(bot) ?? []).filter((turn) => turn.at > now - KEPT);
    const at = kind === 'notice' ? noticeAt(turns, now) : replyAt(turns, now);
    this.#turns += 1;
    const id = String(this.#turns);
    const room = kind === 'reply' ? messages * RATE.replyWeight : messages;
    for (let count = 0; count < room; count += 1) turns.push({ id, at });
    this.#bots.set(
      bot,
      turns.sort((a, b) => a.at - b.at),
    );
    this.#keepFree(chat, at + RATE.chatGap, now);
    return { wait: at - now, turn: id };
  }

  async shift(bot: string, turn: string, milliseconds: number): Promise<void> {
    const turns = this.#bots.get(bot) ?? [];
    for (const each of turns) if (each.id === turn) each.at += milliseconds;
    turns.sort((a, b) => a.at - b.at);
  }

  #keepFree(chat: string, until: number, now: number): void {
    this.#freeAt.set(chat, until);
    if (this.#freeAt.size < MANY_CHATS) return;
    for (const [each, at] of this.#freeAt) if (at <= now) this.#freeAt.delete(each);
  }
}

function noticeAt(turns: readonly Turn[], now: number): number {
  const last = turns.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  return Math.max(afterWindow(turns, now, RATE.noticeWindow), last + RATE.apart);
}

function replyAt(turns: readonly Turn[], now: number): number {
  const at = afterWindow(turns, now, RATE.replyWindow);
  return at - now > RATE.longestWait ? now : at;
}

/** When the newest `most` turns no longer fill a window. */
const afterWindow = (turns: readonly Turn[], now: number, window: number): number =>
  Math.max(now, (turns.at(-RATE.most)?.at ?? Number.NEGATIVE_INFINITY) + window);
