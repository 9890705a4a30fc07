// A civil date as people write it: «12.10», «12.10.2026», «2026-10-12», or a button such as "today".
import { addDays, isLocalDate, type LocalDate, localDate } from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { Field, Parsed } from '../../dialogue/steps/ask.ts';
import type { Option } from '../../dialogue/steps/choose.ts';

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
  const date = dateIn(typed, side, today);
  if (date === null) return { problem: text('common:field.date.unreadable', { example: numeric(today) }) };
  if (!isLocalDate(date)) return { problem: text('common:field.date.no-such-day') };
  if (side === 'past' && date > today) return { problem: text('common:field.date.in-future', { date }) };
  if (side === 'future' && date < today) return { problem: text('common:field.date.in-past', { date }) };
  return { value: date };
}

/** @returns null for what does not look like a date; what looks like one may still not exist */
function dateIn(typed: string, side: Side, today: LocalDate): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(typed);
  if (iso) return written(iso[1], iso[2], iso[3]);
  const [whole, day, month, year] =
    /^(\d{1,2})[./\s-](\d{1,2})(?:[./\s-](\d{4}|\d{2}))?\.?$/u.exec(typed) ?? [];
  if (whole === undefined) return null;
  if (year !== undefined) return written(year.length === 2 ? `20${year}` : year, month, day);
  return nearest(side, today, (each) => written(String(each), month, day));
}

function nearest(side: Side, today: LocalDate, inYear: (year: number) => string): string {
  const year = Number(today.slice(0, 4));
  const thisYear = inYear(year);
  if (side === 'past' && thisYear > today) return inYear(year - 1);
  return side === 'future' && thisYear < today ? inYear(year + 1) : thisYear;
}

const written = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const numeric = (date: LocalDate): string => `${date.slice(8, 10)}.${date.slice(5, 7)}`;
