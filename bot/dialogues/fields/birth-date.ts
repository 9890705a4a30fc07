// A birth date as people write it, always with its year: «14.05.2008», «2008-05-14».
import { isLocalDate, localDate, yearsBetween } from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

/** Ages that a participant can have. */
const YOUNGEST = 10;
const OLDEST = 100;

/** The value is `YYYY-MM-DD`. */
export const birthDate: Field<unknown> = {
  parse(typed, talk) {
    const date = dateIn(typed);
    if (date === null) return { problem: text('common:field.birth-date.unreadable') };
    if (!isLocalDate(date)) return { problem: text('common:field.date.no-such-day') };
    const today = localDate(talk.now);
    if (date > today) return { problem: text('common:field.date.in-future', { date }) };
    const age = yearsBetween(date, today);
    if (age < YOUNGEST || age > OLDEST)
      return { problem: text('common:field.birth-date.implausible', { date, age }) };
    return { value: date };
  },
};

function dateIn(typed: string): string | null {
  const [iso, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(typed) ?? [];
  if (iso !== undefined) return written(isoYear, isoMonth, isoDay);
  const [whole, day, month, year] = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})\.?$/u.exec(typed) ?? [];
  return whole === undefined ? null : written(year, month, day);
}

const written = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
