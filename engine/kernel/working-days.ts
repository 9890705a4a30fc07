// Working days of Kazakhstan over a calendar that somebody else keeps: Monday to Friday, but for what the calendar says of
// a day. Civil dates only; which day it is now is the caller's to say.
import { DateTime } from 'luxon';
import { addDays, type LocalDate } from './calendar.ts';

/** What the calendar says of a day that is not as the week has it: a holiday, or a day moved to a weekend. */
export type DayKind = 'off' | 'working';

export interface WorkingCalendar {
  /** Undefined for a day that is as the week has it. */
  kindOf(day: LocalDate): DayKind | undefined;
  /** Whether somebody has confirmed the calendar of a year. Terms are counted either way; who shows them says so. */
  isConfirmed(year: number): boolean;
}

/**
 * Which day is the first of a term: the next working day after the event, or the day of the event itself where it is a
 * working day.
 */
export type DayOne = 'next' | 'same';

const FRIDAY = 5;
/** No run of days off is longer. */
const LONGEST_REST = 60;

export function isWorkingDay(calendar: WorkingCalendar, day: LocalDate): boolean {
  const kind = calendar.kindOf(day);
  if (kind !== undefined) return kind === 'working';
  return DateTime.fromISO(day, { zone: 'utc' }).weekday <= FRIDAY;
}

/**
 * The last day of a term of working days.
 * @param day the day of the event
 * @param count at least 1, at most 1,000
 * @throws RangeError for another count, or a calendar in which no day is a working day
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  day: LocalDate,
  count: number,
  dayOne: DayOne = 'next',
): LocalDate {
  if (!Number.isInteger(count) || count < 1 || count > 1_000)
    throw new RangeError(`${count} is no term of working days`);
  let last = dayOne === 'same' ? day : addDays(day, 1);
  last = nextWorking(calendar, last);
  for (let left = count - 1; left > 0; left -= 1) last = nextWorking(calendar, addDays(last, 1));
  return last;
}

/** The day itself, or the first working day after it. */
function nextWorking(calendar: WorkingCalendar, day: LocalDate): LocalDate {
  let next = day;
  for (let rested = 0; rested < LONGEST_REST; rested += 1) {
    if (isWorkingDay(calendar, next)) return next;
    next = addDays(next, 1);
  }
  throw new RangeError(`no working day in ${LONGEST_REST} days from ${day}`);
}

/** The years that a term touches and nobody has confirmed: a due date in one of them may yet move. */
export function unconfirmedYears(
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.filter((year) => !calendar.isConfirmed(year));
}
