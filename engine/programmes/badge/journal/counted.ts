// What a journal entry counts for.
import type { BadgePart, WeeklyDirection } from '../progress/part.ts';
import { weeklyDirections } from '../progress/part.ts';
import type { Entry } from './store.ts';

type Countable = Pick<
  Entry,
  'round' | 'direction' | 'kind' | 'date' | 'minutes' | 'title' | 'book' | 'days' | 'results'
>;

/** What it counts for once it is approved. */
export function countsFor(entry: Countable): BadgePart | null {
  const { round, direction, kind, date } = entry;
  switch (kind) {
    case 'lesson':
    case 'action': {
      const weekly = weeklyDirections.find((each): each is WeeklyDirection => each === direction);
      return weekly ? { kind: 'lesson', round, direction: weekly, date, minutes: entry.minutes ?? 0 } : null;
    }
    case 'book':
      return entry.book && (direction === 'reading' || direction === 'heritage')
        ? { kind, round, direction, book: entry.book.id, section: entry.book.section }
        : null;
    case 'trip-day':
      return { kind, round, trip: tripName(entry.title ?? ''), date };
    case 'work':
      return { kind, round, days: entry.days };
    case 'standard':
      return { kind, round, results: entry.results };
    case 'result':
      return { kind, round, direction };
  }
}

/** Days of one expedition bear the same name, however it was typed. */
export const tripName = (title: string): string => title.trim().toLowerCase().replace(/\s+/g, ' ');

/** What it counts for as it stands; null while it is not approved. */
export const countedNow = (entry: Countable & Pick<Entry, 'state'>): BadgePart | null =>
  entry.state === 'approved' ? countsFor(entry) : null;
