// What an approved journal entry counts for. A returned or undecided one counts for nothing, and is no part.
import type { LocalDate } from '../../../kernel/calendar.ts';
import type { TestResult } from '../reference/standards.ts';
import type { Section } from '../reference/words.ts';
import type { Direction } from '../states.ts';

/** Directions in which weeks are counted. */
export const weeklyDirections = ['sport', 'talent', 'heritage', 'volunteering'] as const;
export type WeeklyDirection = (typeof weeklyDirections)[number];

/** Directions at whose assessment a short video shows the result (§3.1). */
export const shownDirections: readonly Direction[] = ['sport', 'talent', 'heritage'];

/** `round`: which application for the level it belongs to; entries of an earlier one count for nothing. */
export type BadgePart = { readonly round: number } & (
  | {
      readonly kind: 'lesson';
      readonly direction: WeeklyDirection;
      readonly date: LocalDate;
      readonly minutes: number;
    }
  | {
      readonly kind: 'book';
      readonly direction: 'reading' | 'heritage';
      readonly book: string;
      readonly section: Section;
    }
  | { readonly kind: 'trip-day'; readonly trip: string; readonly date: LocalDate }
  | { readonly kind: 'work'; readonly days: readonly LocalDate[] }
  | { readonly kind: 'standard'; readonly results: readonly TestResult[] }
  | { readonly kind: 'result'; readonly direction: Direction }
);

export const partsOfKind = <K extends BadgePart['kind']>(
  parts: readonly BadgePart[],
  kind: K,
): readonly Extract<BadgePart, { kind: K }>[] =>
  parts.filter((part): part is Extract<BadgePart, { kind: K }> => part.kind === kind);
