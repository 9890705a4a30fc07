// Somebody without an account is asked to confirm what a person reported, by a one-time link to a page. What they read is
// only what they need to judge it; what they write goes to whoever decides, not to the person.

import type { Command } from '../kernel/actor.ts';
import type { Text } from '../kernel/message.ts';
import type { Result } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';

export interface OutsideWord<C extends StoreContext = StoreContext> {
  /** Stands in links: never reused. */
  readonly id: string;
  /** Null where nothing is asked any more. */
  readonly show: (ctx: C, subject: string) => Promise<readonly Text[] | null>;
  readonly answer: (
    ctx: C,
    command: Command,
    subject: string,
    answer: OutsideAnswer,
  ) => Promise<Result<unknown>>;
}

export interface OutsideAnswer {
  readonly confirmed: boolean;
  /** Who answers, as they give themselves. */
  readonly name: string;
  readonly post: string;
  /** Empty where they add nothing. */
  readonly words: string;
}
