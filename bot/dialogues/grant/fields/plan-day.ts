// A day of a plan, past or ahead: «01.05.2025», «1 мамыр 2025 жыл». The year belongs to it: nothing tells which one is meant.
import { isLocalDate, localDate } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import type { Field } from '../../../dialogue/steps/ask.ts';
import { written } from '../../fields/civil-date.ts';
import { dateWritten } from '../../fields/date-words.ts';

/** The value is `YYYY-MM-DD`. */
export const planDay: Field<unknown> = {
  parse(typed, talk) {
    if (isLocalDate(typed.trim())) return { value: typed.trim() };
    const today = localDate(talk.now);
    const example = `${today.slice(8)}.${today.slice(5, 7)}.${today.slice(0, 4)}`;
    const found = dateWritten(typed);
    if (found?.kind !== 'date' || found.year === null)
      return { problem: text('grant:field.day-with-year', { example }) };
    const { day, month, year } = found;
    const date = written(year.length === 2 ? `20${year}` : year, month, day);
    return isLocalDate(date) ? { value: date } : { problem: text('common:field.date.no-such-day') };
  },
};
