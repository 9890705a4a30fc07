// Until when a level must be complete: so many months from activation, a week longer for each week that was excused.

import { DateTime } from 'luxon';
import { addDays, endOfDay, type LocalDate, localDate } from '../../kernel/calendar.ts';
import type { RuleBook } from '../../rules/rule-book.ts';
import type { Level } from './states.ts';
import type { Participation } from './store.ts';

/** The last instant of the term without excused weeks. */
export function termFrom(rules: RuleBook, level: Level, startedOn: LocalDate, activatedAt: Date): Date {
  const months = rules.number('badge', `${level}TermMonths`, startedOn);
  const last = DateTime.fromISO(localDate(activatedAt), { zone: 'utc' }).plus({ months });
  return endOfDay(last.toFormat('yyyy-LL-dd'));
}

/** Null before activation. */
export const endOfTerm = ({
  termEndsAt,
  excusedWeeks,
}: Pick<Participation, 'termEndsAt' | 'excusedWeeks'>): Date | null =>
  termEndsAt && endOfDay(addDays(localDate(termEndsAt), 7 * excusedWeeks.length));
