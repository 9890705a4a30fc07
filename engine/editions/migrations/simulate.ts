// What a migration would do: everyone whom it moves, judged by the rules that they are under and by those that they would come under.
import type { LocalDate } from '../../kernel/calendar.ts';
import { type CompiledVersion, type RuleBook, type Simulation, simulate } from '../../rules/rule-book.ts';
import type { StoreContext } from '../../store/context.ts';
import type { Enrolled, Enrolment } from './enrolment.ts';
import { dayAfter, selected } from './selected.ts';
import type { RuleMigration } from './store.ts';

export interface RulesContext extends StoreContext {
  readonly rules: RuleBook;
}

/** @throws AppError `invalid-input` where no version is in force on a day */
export function simulateMigration<C extends RulesContext>(
  ctx: C,
  enrolment: Enrolment<C>,
  which: Pick<RuleMigration, 'to' | 'before'>,
): Promise<Simulation> {
  const on = compiledByDay(ctx.rules, enrolment.set);
  return simulate<Enrolled>({
    before: { evaluate: (facts, { under }) => on(under).evaluate(facts) },
    after: { evaluate: (facts, each) => on(dayAfter(which, each)).evaluate(facts) },
    subjects: selected(ctx, enrolment, which),
  });
}

function compiledByDay(rules: RuleBook, set: string): (day: LocalDate) => CompiledVersion {
  const known = new Map<LocalDate, CompiledVersion>();
  return (day) => {
    const compiled = known.get(day) ?? rules.compiled(set, day);
    known.set(day, compiled);
    return compiled;
  };
}
