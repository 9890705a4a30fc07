// What a journal entry is made of: what the participant wrote, and what was said to it.
import Type, { type Static } from 'typebox';
import { Instant, nullable, oneOf } from '../../../store/model.ts';
import { sections } from '../reference/words.ts';
import { directions } from '../states.ts';
import { entryKinds, lateReasons } from './states.ts';

export const Late = Type.Object({ reason: oneOf(lateReasons), note: Type.String() });
export type Late = Static<typeof Late>;

const Book = Type.Object({ id: Type.String(), section: oneOf(sections) });
const Result = Type.Object({ standard: Type.String(), value: Type.Number() });

/** What the participant wrote. What a kind does not have is null or empty. */
export const written = {
  direction: oneOf(directions),
  kind: oneOf(entryKinds),
  /** Civil date on which it was done; of several days the last. */
  date: Type.String(),
  minutes: nullable(Type.Integer()),
  /** The action's name, the expedition's, the enterprise. */
  title: nullable(Type.String()),
  text: Type.String(),
  /** What came of an action or an expedition. */
  outcome: nullable(Type.String()),
  /** Ids of kept files. */
  media: Type.Array(Type.String()),
  link: nullable(Type.String()),
  book: nullable(Book),
  /** Code of the region in which an expedition went. */
  region: nullable(Type.String()),
  /** Civil dates of work. */
  days: Type.Array(Type.String()),
  results: Type.Array(Result),
  late: nullable(Late),
};
const Written = Type.Object(written);
export type Written = Static<typeof Written>;

/** A demand of the mentor, or their approval. `words` for the participant. */
export const EntryDecision = Type.Object({
  how: oneOf(['approved', 'returned', 'tasked'] as const),
  by: Type.String(),
  at: Instant,
  words: nullable(Type.String()),
});
export type EntryDecision = Static<typeof EntryDecision>;

/** What the employer said of work, for the mentor; the participant reads it after the mentor's approval. */
export const EmployerWord = Type.Object({
  confirmed: Type.Boolean(),
  /** Who answered, as they gave themselves. */
  name: Type.String(),
  post: Type.String(),
  words: Type.String(),
  at: Instant,
});
export type EmployerWord = Static<typeof EmployerWord>;

/** The participant disputes a demand; the expert upholds or cancels it. */
export const Dispute = Type.Object({
  state: oneOf(['open', 'upheld', 'cancelled'] as const),
  /** The demand as it was made. */
  demand: EntryDecision,
  words: Type.String(),
  at: Instant,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Instant),
  finding: nullable(Type.String()),
});
export type Dispute = Static<typeof Dispute>;
