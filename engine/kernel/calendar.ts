// Civil dates and times of Kazakhstan. Instants are stored in UTC; what a person calls "today"
// or "until 23:59" is computed here, in Asia/Almaty, with no offset written down.
import { DateTime } from 'luxon';

export const ZONE = 'Asia/Almaty';

/** A civil date, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A civil time of day, `HH:MM`. */
export type LocalTime = string;

export const localDate = (instant: Date): LocalDate => toLocal(instant).toFormat('yyyy-LL-dd');

export const localTime = (instant: Date): LocalTime => toLocal(instant).toFormat('HH:mm');

/** True for a real civil date written `YYYY-MM-DD`. */
export function isLocalDate(value: string): value is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid;
}

/** True for `HH:MM` between 00:00 and 23:59. */
export const isLocalTime = (value: string): value is LocalTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

/** The instant at which a civil date and time occur in Kazakhstan. */
export function instantOf(date: LocalDate, time: LocalTime): Date {
  return DateTime.fromISO(`${date}T${time}`, { zone: ZONE }).toJSDate();
}

/** The last second of a civil date: what "until 5 October" means. */
export function endOfDay(date: LocalDate): Date {
  return DateTime.fromISO(date, { zone: ZONE }).endOf('day').startOf('second').toJSDate();
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-LL-dd');
}

/** 1 (Monday) to 7. */
export const weekdayOf = (date: LocalDate): number => DateTime.fromISO(date, { zone: 'utc' }).weekday;

/** The Monday of a date's week. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** Whole years between two civil dates: an age on a day. */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  const years = DateTime.fromISO(to, { zone: 'utc' }).diff(
    DateTime.fromISO(from, { zone: 'utc' }),
    'years',
  ).years;
  return Math.floor(years);
}

/**
 * A date or instant for a text that is read now: the formats of days show its year where it is not the current one.
 * @returns `<date or ISO instant>/<YYYY>`
 */
export const seenOn = (now: Date, date: string): string => `${date}/${calendarYear(now)}`;

/** The calendar (financial) year of an instant in Kazakhstan. */
export const calendarYear = (instant: Date): number => toLocal(instant).year;

/** Minutes since midnight of `HH:MM`. */
export function minutesOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const toLocal = (instant: Date): DateTime => DateTime.fromJSDate(instant, { zone: ZONE });
