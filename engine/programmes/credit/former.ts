// A person who was erased and came back: what they were paid and granted before still counts against the caps. They are
// known by the number alone, so it is looked at when an invitation is accepted and again when the report is sent — by
// then the number must have been given.
import { trusted } from 'mongoose';

import type { Result } from '../../kernel/result.ts';
import { formerIds } from '../../people/erasures.ts';
import type { Person } from '../../people/store.ts';
import type { EngineContext } from '../context.ts';
import { participationFacts, yearHoursCommitted } from './facts.ts';
import { targets } from './states.ts';
import { type Credit, type CreditStudent, students } from './store.ts';
import { askRules, type Verdict } from './verdict.ts';

/** Hours of a year that the bearer of the person's number committed to before they were erased. */
export async function formerHours(
  ctx: EngineContext,
  person: Pick<Person, 'iinHash'> | null,
  year: number,
): Promise<number> {
  const ids = await formerIds(ctx, person?.iinHash ?? null);
  const stubs = await students
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...ids] }) } as never)
    .lean();
  return stubs.reduce((sum, stub) => sum + yearHoursCommitted(stub as CreditStudent, year), 0);
}

/** Whether a credit could have begun, had it been known then what is known of the person now. */
export async function admittedStill(
  ctx: EngineContext,
  person: Person | null,
  student: CreditStudent,
  credit: Credit,
): Promise<Result<Verdict> | null> {
  const former = await formerHours(ctx, person, credit.year);
  const target = targets.find((each) => each === credit.target);
  if (former === 0 || target === undefined) return null;
  const others = { ...student, credits: student.credits.filter((each) => each.id !== credit.id) };
  const now = ctx.clock.now();
  const facts = participationFacts(person, others, target, credit.year, now, former);
  return askRules(ctx.rules, 'credit.participation', credit.startedOn, facts);
}
