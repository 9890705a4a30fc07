// Weeks by which the badge programme counts: ISO weeks, Monday to Sunday, of civil dates of Kazakhstan.
import { DateTime } from 'luxon';
import { addDays, type LocalDate } from '../../../kernel/calendar.ts';

/** `2026-W49`. */
export type Week = string;

/** @param date a civil date: which week it lies in does not depend on where it is read */
export const weekOf = (date: LocalDate): Week =>
  DateTime.fromISO(date, { zone: 'utc' }).toFormat("kkkk-'W'WW");

/** The Monday of a week. */
export const mondayOf = (week: Week): LocalDate =>
  DateTime.fromISO(week, { zone: 'utc' }).toFormat('yyyy-LL-dd');

export const sundayOf = (week: Week): LocalDate => addDays(mondayOf(week), 6);

export const isWeek = (word: string): word is Week =>
  /^\d{4}-W\d{2}$/.test(word) && DateTime.fromISO(word, { zone: 'utc' }).isValid;

/** The weeks from that of one date to that of another, both included. */
export function weeksBetween(from: LocalDate, to: LocalDate): readonly Week[] {
  const weeks: Week[] = [];
  for (let monday = mondayOf(weekOf(from)); monday <= to; monday = addDays(monday, 7))
    weeks.push(weekOf(monday));
  return weeks;
}
