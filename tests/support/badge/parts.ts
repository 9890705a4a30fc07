// Approved entries as the badge programme counts them, for tests of percentages.
import { addDays } from '../../../engine/kernel/calendar.ts';
import type { BadgePart, WeeklyDirection } from '../../../engine/programmes/badge/progress/part.ts';
import type { Measured } from '../../../engine/programmes/badge/progress/standing.ts';
import { directionsOf } from '../../../engine/programmes/badge/reference/mandatory.ts';
import type { Direction, Level } from '../../../engine/programmes/badge/states.ts';

/** A Monday. */
export const FIRST = '2026-10-05';

/** A participation with these directions, measured by the rules of 5 October 2026. */
export function measured(
  level: Level,
  chosen: readonly Direction[] = directionsOf(level),
  over: Partial<Measured> = {},
): Measured {
  const form = null;
  const directions = chosen.map((direction) => ({
    ...{ direction, form, mandatory: true, activity: 'Мысал', provider: null },
  }));
  return {
    ...{ level, round: 1, startedOn: FIRST, directions, longer: null, schedule: null },
    ...{ profile: 'general', excusedWeeks: [] },
    ...over,
  };
}

/** So many weeks of an hour each, from the first Monday on. */
export const weeks = (direction: WeeklyDirection, n: number, minutes = 60): BadgePart[] =>
  Array.from({ length: n }, (_, at) => ({
    ...{ kind: 'lesson', round: 1, direction, minutes },
    date: addDays(FIRST, 7 * at),
  }));

export const books = (...all: (readonly [string, 'kazakh' | 'world' | 'growth'])[]): BadgePart[] =>
  all.map(([book, section]) => ({ kind: 'book', round: 1, direction: 'reading', book, section }));

export const extraBook = (book: string, section: 'kazakh' | 'world' = 'kazakh'): BadgePart => ({
  ...{ kind: 'book', round: 1, direction: 'heritage', book, section },
});

export const trip = (days: number, name = 'бурабай', from = FIRST): BadgePart[] =>
  Array.from({ length: days }, (_, at) => ({
    ...{ kind: 'trip-day', round: 1, trip: name },
    date: addDays(from, at),
  }));

export const work = (...days: readonly string[]): BadgePart => ({ kind: 'work', round: 1, days });

export const results = (...all: readonly (readonly [string, number])[]): BadgePart => ({
  ...{ kind: 'standard', round: 1 },
  results: all.map(([standard, value]) => ({ standard, value })),
});
