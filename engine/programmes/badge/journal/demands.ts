// What an entry must have before it is taken: each kind's demands (§3.1), and what is missing in words for the participant.

import { regions } from '../../../kernel/regions.ts';
import type { Reason } from '../../../kernel/result.ts';
import type { MediaRecord } from '../../../media/store.ts';
import type { Book } from '../reference/books.ts';
import type { Written } from './shapes.ts';
import { type EntryKind, kindsOf } from './states.ts';

/** What the demands look at besides the entry. */
export interface Material {
  /** Of the files that are really there and the writer's own. */
  readonly files: readonly Pick<MediaRecord, 'kind'>[];
  /** The book as the operator's list has it on the day; null where it has not. */
  readonly book: Book | null;
  /** Ids of the standards by which this person is measured. */
  readonly standards: readonly string[];
  /** Characters: of a text and of an essay, as the rules of the day have it. */
  readonly least: { readonly text: number; readonly essay: number };
}

/** A report on work is of one month. */
const MOST_WORK_DAYS = 31;
/** Where an expedition went outside the country. */
export const ABROAD = 'abroad';

type Demand = (entry: Written, material: Material) => string | null;

const has = (files: Material['files'], ...kinds: readonly MediaRecord['kind'][]): boolean =>
  files.some(({ kind }) => kinds.includes(kind));

const lacks = (word: string | null, least: number): boolean => (word ?? '').trim().length < least;

const needs = {
  text: ({ text }, { least }) => (lacks(text, least.text) ? 'needs-text' : null),
  minutes: ({ minutes }) => (minutes !== null && minutes > 0 ? null : 'needs-minutes'),
  title: ({ title }) => (lacks(title, 2) ? 'needs-title' : null),
  outcome: ({ outcome }, { least }) => (lacks(outcome, least.text) ? 'needs-outcome' : null),
  picture: (_, { files }) => (has(files, 'photo', 'video') ? null : 'needs-picture'),
  video: (_, { files }) => (has(files, 'video') ? null : 'needs-video'),
  listedBook: (_, { book }) => (book ? null : 'book-not-listed'),
  kazakhBook: ({ direction }, { book }) =>
    direction === 'heritage' && book && book.section !== 'kazakh' ? 'book-not-kazakh' : null,
  essay: ({ text }, { files, least }) =>
    lacks(text, least.essay) && !has(files, 'video') ? 'needs-essay' : null,
  kazakhstan: ({ region }) => {
    if (region === ABROAD) return 'trip-abroad';
    return regions.some(({ code }) => code === region) ? null : 'needs-place';
  },
  results: ({ results }, { standards }) =>
    results.length > 0 && results.every((each) => standards.includes(each.standard)) ? null : 'needs-results',
  days: ({ days }) => (days.length > 0 && days.length <= MOST_WORK_DAYS ? null : 'needs-days'),
} satisfies Readonly<Record<string, Demand>>;

const demandsOf: Readonly<Record<EntryKind, readonly Demand[]>> = {
  lesson: [needs.text, needs.minutes],
  standard: [needs.results],
  result: [needs.video],
  book: [needs.listedBook, needs.kazakhBook, needs.essay],
  action: [needs.title, needs.outcome, needs.text, needs.minutes, needs.picture],
  'trip-day': [needs.kazakhstan, needs.title, needs.outcome, needs.text, needs.picture],
  work: [needs.title, needs.days, needs.text],
};

/** Everything that is missing; empty where the entry can be taken. */
export function missingIn(entry: Written, material: Material): readonly Reason[] {
  if (!kindsOf[entry.direction].includes(entry.kind)) return [{ code: 'badge-journal.wrong-kind' }];
  return demandsOf[entry.kind].flatMap((demand) => {
    const name = demand(entry, material);
    return name === null ? [] : [{ code: `badge-journal.${name}`, params: { least: material.least.essay } }];
  });
}
