// What the room of reference data does by itself: its collections, and the calendar years that nobody has confirmed.
import { HOUR } from '../kernel/clock.ts';
import { on, type Part } from '../parts/part.ts';
import { calendarDays } from './calendar/days.ts';
import { notifyOperators } from './calendar/notices.ts';
import { announceUnconfirmed, calendarYears } from './calendar/years.ts';
import { colleges } from './colleges.ts';
import * as events from './events.ts';
import { regions } from './regions.ts';
import { scopeKinds } from './scope-kinds.ts';
import { universities } from './universities.ts';

export const referenceRoom: Part = {
  id: 'reference',
  scopeKinds,
  owners: [
    universities,
    colleges.store,
    regions.store,
    calendarDays.store,
    calendarYears,
  ] as unknown as Part['owners'],
  events: [on(events.yearUnconfirmed, { notify: { operators: notifyOperators } })],
  timers: {},
  jobs: {},
};

/** Looks for calendar years that nobody has confirmed. @param warn hears of them at each run */
export const calendarWatch = (warn: (years: readonly number[]) => void): Part => ({
  id: 'calendar-watch',
  owners: [],
  events: [],
  timers: {},
  jobs: {
    'reference.unconfirmed-years': {
      every: HOUR,
      run: async (ctx) => {
        const years = await announceUnconfirmed(ctx);
        if (years.length > 0) warn(years);
      },
    },
  },
});
