// The days that are not as the week has them: holidays, days off moved from a weekend, working days moved to one.
import type { DayKind } from '../../kernel/working-days.ts';
import { oneOf } from '../../store/model.ts';
import { type Entry, referenceCollection } from '../collection.ts';
import { seedDays } from './seed-days.ts';

export const dayKinds = ['off', 'working'] as const satisfies readonly DayKind[];

const extra = { kind: oneOf(dayKinds) };
export type CalendarDay = Entry<typeof extra>;

/** An id is the date. Seeds are known of one year at a time. */
export const calendarDays = referenceCollection({
  name: 'calendar-days',
  id: '^\\d{4}-\\d{2}-\\d{2}$',
  extra,
  seeds: (prefix) => {
    const year = /^\d{4}/.exec(prefix)?.[0];
    if (year === undefined) return [];
    return [...seedDays(Number(year)).values()].filter(({ id }) => id.startsWith(prefix));
  },
});
