// When a chat whose update failed may be tried again, and when an update is given up.
// Used by the receiver; forgets everything with the process, as a new process should try at once.
import { type Clock, MINUTE } from '../../engine/kernel/clock.ts';
import { AppError } from '../../engine/kernel/errors.ts';

/** `busy`: something we stand on did not answer, another try may succeed. `bug`: everything else. */
export type Cause = 'busy' | 'bug';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = MINUTE;
const ATTEMPTS: Readonly<Record<Cause, number>> = { bug: 5, busy: 20 };

export const causeOf = (error: unknown): Cause =>
  error instanceof AppError && (error.code === 'contended' || error.code === 'unavailable') ? 'busy' : 'bug';

/** @param attempts including the one that has just failed */
export const isDead = (cause: Cause, attempts: number): boolean => attempts >= ATTEMPTS[cause];

export class ChatBackoff {
  readonly #clock: Clock;
  /** Milliseconds since the epoch, by chat. */
  readonly #notBefore = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  mayTry(chat: string): boolean {
    const at = this.#notBefore.get(chat);
    return at === undefined || at <= this.#clock.now().getTime();
  }

  failed(chat: string, attempts: number): void {
    const pause = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
    this.#notBefore.set(chat, this.#clock.now().getTime() + pause);
  }

  succeeded(chat: string): void {
    this.#notBefore.delete(chat);
  }
}
