// Who is enrolled under a rule set, as a programme declares it: under the rules of which day each stands, and how one is moved to
// another day's. Enrolled people keep the version that they began under; only a migration moves them.
import type { Command } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import type { Subject } from '../../rules/rule-book.ts';
import type { StoreContext } from '../../store/context.ts';

export interface Enrolled extends Subject {
  /** Id of what is judged: a credit, a participation. */
  readonly id: string;
  /** The day on which it began, and the day whose rules it is under now. */
  readonly begun: LocalDate;
  readonly under: LocalDate;
}

export interface Enrolment<C extends StoreContext = StoreContext> {
  readonly set: string;
  /** Everyone whose case is open, in batches, with what the rules would be told now. */
  readonly enrolled: (ctx: C) => AsyncIterable<readonly Enrolled[]>;
  /** One change of the owner document, with its event; refused where the case is over. */
  readonly move: (ctx: C, command: Command, which: Enrolled, to: LocalDate) => Promise<Result<unknown>>;
}
