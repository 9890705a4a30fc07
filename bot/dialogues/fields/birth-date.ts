// A birth date as people write it, always with its year: «14.05.2008», «2008-05-14», «14 мая 2008 г.».
import { isLocalDate, type LocalDate, localDate, yearsBetween } from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { Field } from '../../dialogue/steps/ask.ts';
import { written } from './civil-date.ts';
import { dateWritten } from './date-words.ts';

/** Ages that a participant can have. */
const YOUNGEST = 10;
const OLDEST = 100;

/** The value is `YYYY-MM-DD`. */
export const birthDate: Field<unknown> = {
  parse(typed, talk) {
    const today = localDate(talk.now);
    const found = dateWritten(typed);
    if (found?.kind !== 'date') return { problem: text('common:field.birth-date.unreadable') };
    if (found.year === null) return { problem: text('common:field.birth-date.no-year') };
    const date = written(wholeYear(found.year, today), found.month, found.day);
    if (!isLocalDate(date)) return { problem: text('common:field.date.no-such-day') };
    if (date > today) return { problem: text('common:field.date.in-future', { date }) };
    const age = yearsBetween(date, today);
    if (age < YOUNGEST || age > OLDEST)
      return { problem: text('common:field.birth-date.implausible', { date, age }) };
    return { value: date };
  },
};

/** «06» is 2006, «98» is 1998: whoever takes part was born already, and at least ten years ago. */
function wholeYear(year: string, today: LocalDate): string {
  if (year.length === 4) return year;
  return Number(`20${year}`) > Number(today.slice(0, 4)) - YOUNGEST ? `19${year}` : `20${year}`;
}
