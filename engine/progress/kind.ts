// What a programme counts, as it declares it in its manifest: how one entry counts now, and what the entries of one owner
// come to. The room of progress knows no programme.
import type { StoreContext } from '../store/context.ts';

/** What one entry counts for: plain JSON, read by the kind that made it alone. */
export type CountedPart = Readonly<Record<string, unknown>>;

export interface ProgressKind<C extends StoreContext = StoreContext> {
  /** Unique among all kinds; names what is stored. No slashes. */
  readonly id: string;
  /** How an entry counts now, by its owner document. @throws AppError `not-found` */
  readonly count: (ctx: C, entry: string) => Promise<Counted>;
  /**
   * What entries come to: follows from them, in whatever order they are given, from the owner's own document and from rules
   * of a fixed day; never from the clock. Null for an owner that is not there (any more).
   */
  readonly sum: (ctx: C, owner: string, parts: readonly CountedPart[]) => Promise<Sum | null>;
  /** Every entry that ever was up for a decision, for building all anew. */
  readonly entries: (ctx: C) => AsyncIterable<string>;
  /** Everyone for whom there is a sum, entries or none. */
  readonly owners: (ctx: C) => AsyncIterable<string>;
}

export interface Counted {
  /** Whose entry it is: a participation, a project. */
  readonly owner: string;
  /** Version number of the entry's document: an older reading never replaces a newer one. */
  readonly order: number;
  /** Null while it counts for nothing: not decided, returned, taken back. */
  readonly part: CountedPart | null;
}

export interface Sum {
  /** Words under which boards and averages find it: `region:75`, `level:bronze`. */
  readonly groups: readonly string[];
  /** By which boards are ordered, highest first. */
  readonly score: number;
  /** Figures of which averages are taken: `sport` → 46.15. A figure that does not apply is left out. */
  readonly figures: Readonly<Record<string, number>>;
  /** Whatever else the programme shows, as plain JSON. */
  readonly details: unknown;
}
