// What the rules of a level are told about a journal: follows from the approved entries alone, in whatever order they
// come. The names are fixed by rules/badge/facts.json.
import { addDays, type LocalDate } from '../../../kernel/calendar.ts';
import type { Facts } from '../../../rules/rule-book.ts';
import { missingAbilities, type Standard } from '../reference/standards.ts';
import { type BadgePart, partsOfKind, type WeeklyDirection, weeklyDirections } from './part.ts';
import { type Week, weekOf } from './weeks.ts';

export interface Counting {
  /** Approved minutes with which a week counts. */
  readonly weekMinutes: number;
  /** Weeks that the mentor has excused: they neither count nor break anything. */
  readonly excusedWeeks: readonly Week[];
  /** What sport is measured by: of the level and of this person's profile. */
  readonly standards: readonly Standard[];
  /** Whether these are the operator's adapted ones. */
  readonly adapted: boolean;
}

export function journalFacts(parts: readonly BadgePart[], counting: Counting): Facts {
  const weeks = weeklyDirections.map((direction): [string, number] => [
    `${direction}.qualifyingWeeks`,
    qualifyingWeeks(parts, direction, counting).length,
  ]);
  const { reading, extra } = booksOf(parts);
  const isMet = standardMet(parts, counting);
  return {
    ...Object.fromEntries(weeks),
    'sport.standardMet': isMet && !counting.adapted,
    'sport.adaptedStandardMet': isMet && counting.adapted,
    'reading.books': reading.size,
    'reading.sections': new Set(reading.values()).size,
    'reading.kazakhBooks': [...reading.values()].filter((section) => section === 'kazakh').length,
    'heritage.extraBooks': extra.size,
    'tourism.longestTripDays': longestTripDays(parts),
    'work.days': workDays(parts),
  };
}

/** Weeks in which enough minutes of a direction were approved. */
export function qualifyingWeeks(
  parts: readonly BadgePart[],
  direction: WeeklyDirection,
  { weekMinutes, excusedWeeks }: Pick<Counting, 'weekMinutes' | 'excusedWeeks'>,
): readonly Week[] {
  const minutes = new Map<Week, number>();
  for (const part of partsOfKind(parts, 'lesson')) {
    if (part.direction !== direction) continue;
    const week = weekOf(part.date);
    minutes.set(week, (minutes.get(week) ?? 0) + part.minutes);
  }
  return [...minutes]
    .filter(([week, sum]) => sum >= weekMinutes && !excusedWeeks.includes(week))
    .map(([week]) => week)
    .sort();
}

/** Books by id with their section. One book counts once; what counts for reading is no extra book (B-32). */
function booksOf(parts: readonly BadgePart[]) {
  const books = partsOfKind(parts, 'book');
  const of = (direction: 'reading' | 'heritage') =>
    new Map(books.filter((each) => each.direction === direction).map(({ book, section }) => [book, section]));
  const reading = of('reading');
  const extra = [...of('heritage')].filter(([book, section]) => section === 'kazakh' && !reading.has(book));
  return { reading, extra: new Map(extra) };
}

function standardMet(parts: readonly BadgePart[], { standards }: Counting): boolean {
  const results = partsOfKind(parts, 'standard').flatMap((each) => each.results);
  return missingAbilities(standards, results)?.length === 0;
}

/** The most days in a row of one expedition. */
function longestTripDays(parts: readonly BadgePart[]): number {
  const trips = new Map<string, Set<LocalDate>>();
  for (const { trip, date } of partsOfKind(parts, 'trip-day'))
    trips.set(trip, (trips.get(trip) ?? new Set()).add(date));
  return Math.max(0, ...[...trips.values()].map(longestRun));
}

function longestRun(dates: ReadonlySet<LocalDate>): number {
  let longest = 0;
  for (const date of dates) {
    if (dates.has(addDays(date, -1))) continue;
    let days = 1;
    while (dates.has(addDays(date, days))) days += 1;
    longest = Math.max(longest, days);
  }
  return longest;
}

const workDays = (parts: readonly BadgePart[]): number =>
  new Set(partsOfKind(parts, 'work').flatMap(({ days }) => days)).size;
