// Keeps the sends of one process apart, so that a bot stays under 30 messages in any second.
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../engine/kernel/clock.ts';

export type Wait = (milliseconds: number) => Promise<unknown>;

/** 29.4 a second: 50,000 messages in 28.3 minutes, at most 30 in any sliding second. */
const APART = 34;

/** One line per bot; whoever stands in it is let through `apart` milliseconds after the one before. */
export class Spacing {
  readonly #next = new Map<string, number>();
  readonly #clock: Clock;
  readonly #wait: Wait;
  readonly #apart: number;

  constructor(clock: Clock, wait: Wait = (milliseconds) => delay(milliseconds), apart = APART) {
    this.#clock = clock;
    this.#wait = wait;
    this.#apart = apart;
  }

  /** Resolves when it is this one's turn in the line. */
  async turn(line: string): Promise<void> {
    const now = this.#clock.now().getTime();
    const at = Math.max(now, this.#next.get(line) ?? 0);
    this.#next.set(line, at + this.#apart);
    if (at > now) await this.#wait(at - now);
  }
}
