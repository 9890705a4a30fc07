// A piece of evidence as far as it counts: what was accepted of it, for which parts of which indicators.

export interface Served {
  /** Id of an indicator. */
  readonly indicator: string;
  /** Which measure of its target. */
  readonly part: number;
}

export interface Piece {
  readonly id: string;
  readonly serves: readonly Served[];
  /** How many of the unit were accepted; of a survey, how many are satisfied. */
  readonly quantity: number;
  /** People on a list, or at an event. */
  readonly people: number | null;
  /** Of a survey: how many answered. */
  readonly of: number | null;
  /** Civil date of what it shows. */
  readonly date: string;
  /** Whose report it is. */
  readonly participant: string | null;
}

/** What "per participant", "per day" and "per month" are counted over, once it is known. */
export interface Bases {
  readonly participants: number | null;
  readonly trip: { readonly from: string; readonly days: number } | null;
}
