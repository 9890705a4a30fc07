// A civil date as people write it, in words or in figures, or a button such as "today". Read by date-words.ts.
import {
  addDays,
  isLocalDate,
  type LocalDate,
  localDate,
  weekdayOf,
} from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { Field, Parsed } from '../../dialogue/steps/ask.ts';
import type { Option } from '../../dialogue/steps/choose.ts';
import { dateWritten, type WrittenDate } from './date-words.ts';

/** Which dates make sense; a date without a year is the nearest one on that side. Today is on either side. */
export type Side = 'past' | 'future';

const DAYS: Readonly<Record<Side, readonly (readonly [string, number])[]>> = {
  past: [
    ['common:day.today', 0],
    ['common:day.yesterday', -1],
  ],
  future: [
    ['common:day.today', 0],
    ['common:day.tomorrow', 1],
  ],
};

/** The value is `YYYY-MM-DD`. */
export const civilDate = (side: Side): Field<unknown> => ({
  parse: (typed, talk) => parsed(typed, side, localDate(talk.now)),
  offers: (talk) => DAYS[side].map(([key, days]) => offer(key, addDays(localDate(talk.now), days))),
});

const offer = (key: string, value: LocalDate): Option => ({ value, label: text(key) });

function parsed(typed: string, side: Side, today: LocalDate): Parsed {
  const found = dateWritten(typed);
  if (found === null) return { problem: text('common:field.date.unreadable', { example: numeric(today) }) };
  if (found.kind === 'incomplete')
    return { problem: text(`common:field.date.no-${found.missing}`, { example: numeric(today) }) };
  const date = dateOf(found, side, today);
  if (!isLocalDate(date)) return { problem: text('common:field.date.no-such-day') };
  if (side === 'past' && date > today) return { problem: text('common:field.date.in-future', { date }) };
  if (side === 'future' && date < today) return { problem: text('common:field.date.in-past', { date }) };
  return { value: date };
}

/** What looks like a date may still not exist. */
function dateOf(found: Exclude<WrittenDate, { kind: 'incomplete' }>, side: Side, today: LocalDate): string {
  if (found.kind === 'days') return addDays(today, found.days);
  if (found.kind === 'weekday') return nearestWeekday(found.weekday, found.other, side, today);
  const { day, month, year } = found;
  if (year !== null) return written(year.length === 2 ? `20${year}` : year, month, day);
  return nearest(side, today, (each) => written(String(each), month, day));
}

function nearest(side: Side, today: LocalDate, inYear: (year: number) => string): string {
  const year = Number(today.slice(0, 4));
  const thisYear = inYear(year);
  if (side === 'past' && thisYear > today) return inYear(year - 1);
  return side === 'future' && thisYear < today ? inYear(year + 1) : thisYear;
}

function nearestWeekday(weekday: number, other: boolean, side: Side, today: LocalDate): string {
  const towards = side === 'past' ? weekdayOf(today) - weekday : weekday - weekdayOf(today);
  const days = (towards + 7) % 7 || (other ? 7 : 0);
  return addDays(today, side === 'past' ? -days : days);
}

/** `YYYY-MM-DD` of figures as they were written. */
export const written = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const numeric = (date: LocalDate): string => `${date.slice(8, 10)}.${date.slice(5, 7)}`;
