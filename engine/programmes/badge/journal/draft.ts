// An entry as a dialogue, a form or the API hands it over: only what its kind has.
import type { LocalDate } from '../../../kernel/calendar.ts';
import type { TestResult } from '../reference/standards.ts';
import type { Direction } from '../states.ts';
import type { Material } from './demands.ts';
import type { Late, Written } from './shapes.ts';
import type { EntryKind } from './states.ts';

export interface EntryDraft {
  readonly direction: Direction;
  readonly kind: EntryKind;
  readonly date: LocalDate;
  readonly minutes?: number;
  readonly title?: string;
  readonly text?: string;
  readonly outcome?: string;
  readonly media?: readonly string[];
  readonly link?: string;
  /** Id of a book on the operator's list. */
  readonly book?: string;
  readonly region?: string;
  readonly days?: readonly LocalDate[];
  readonly results?: readonly TestResult[];
  readonly late?: Late;
  /** By the person's device. */
  readonly madeAt?: Date;
}

export function writtenOf(draft: EntryDraft, { book }: Pick<Material, 'book'>): Written {
  const { direction, kind, date, minutes = null, title = null, text = '', outcome = null } = draft;
  const { media = [], link = null, region = null, days = [], results = [], late = null } = draft;
  return {
    ...{ direction, kind, date, minutes, text: text.trim() },
    title: title?.trim() ?? null,
    outcome: outcome?.trim() ?? null,
    media: [...media],
    link,
    book: book && { id: book.id, section: book.section },
    region,
    days: [...new Set(days)].sort(),
    results: results.map((each) => ({ ...each })),
    late,
  };
}
