// A first schedule that a participant is offered with the level's requirements: one lesson of an hour a week for as long as
// the level asks, books and an expedition within the term (§3.1).
import { DateTime } from 'luxon';
import { addDays, type LocalDate } from '../../../kernel/calendar.ts';
import type { RuleBook } from '../../../rules/rule-book.ts';
import type { Level } from '../states.ts';
import type { Participation } from '../store.ts';
import { isWeekly } from './check-schedule.ts';
import { requirementsOf } from './requirements.ts';
import type { ScheduleLine } from './shapes.ts';

const SATURDAY = 6;
const HOUR_OF_MINUTES = 60;

type Taken = Pick<Participation, 'directions' | 'longer'> & { readonly level: Level };

/** @param from the first day; whoever reads it changes what does not suit them */
export function draftSchedule(rules: RuleBook, taken: Taken, on: LocalDate, from: LocalDate): ScheduleLine[] {
  const months = rules.number('badge', `${taken.level}TermMonths`, on);
  const end = DateTime.fromISO(from, { zone: 'utc' }).plus({ months }).minus({ days: 1 });
  return taken.directions.map(({ direction, activity }): ScheduleLine => {
    const { weeks = 0 } = requirementsOf(rules, taken, on)[direction] ?? {};
    const weekly = isWeekly(taken, direction);
    return {
      ...{ direction, activity },
      weekdays: weekly ? [SATURDAY] : [],
      minutes: weekly ? HOUR_OF_MINUTES : 0,
      from,
      to: weekly && weeks > 0 ? addDays(from, 7 * weeks - 1) : end.toFormat('yyyy-LL-dd'),
    };
  });
}
