// The days of a trip and the calendar months of an activity.
import { addDays } from '../../../kernel/calendar.ts';
import type { Activity } from '../plan/shape.ts';
import type { Bases } from './piece.ts';

export const daysOf = ({ from, days }: NonNullable<Bases['trip']>): readonly string[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index));

/** `YYYY-MM`, each that the term touches. */
export function monthsOf({ from, to }: Pick<Activity, 'from' | 'to'>): readonly string[] {
  if (from === null || to === null) return [];
  const number = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = number(from);
  const months = Array.from({ length: Math.max(0, number(to) - first + 1) }, (_, index) => first + index);
  return months.map((each) => `${Math.floor(each / 12)}-${String((each % 12) + 1).padStart(2, '0')}`);
}
