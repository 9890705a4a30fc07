// Who is still a minor: under 18 on the day in Kazakhstan. Their own word allows no processing of their data.
// Source: Law 94-V, consent of a minor is given by a legal representative.
import { isLocalDate, type LocalDate, localDate, yearsBetween } from '../kernel/calendar.ts';
import type { Person } from './store.ts';

export const ADULT_AGE = 18;

/** People who registered before their birth date was asked count as adults. */
export const isMinor = ({ birthDate }: Pick<Person, 'birthDate'>, now: Date): boolean =>
  typeof birthDate === 'string' && ageOn(birthDate, localDate(now)) < ADULT_AGE;

export const ageOn = (birthDate: LocalDate, day: LocalDate): number => yearsBetween(birthDate, day);

/** The latest birth date of those who are no minors any more: dates sort as they are written. */
export function bornOnOrBefore(now: Date): LocalDate {
  const [year, month, day] = localDate(now).split('-');
  const before = `${Number(year) - ADULT_AGE}-${month}`;
  return isLocalDate(`${before}-${day}`) ? `${before}-${day}` : `${before}-28`;
}
