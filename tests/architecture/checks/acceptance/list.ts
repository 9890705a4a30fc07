// A programme's acceptance list in the tests: its ids, and those that no test holds yet. One file each, tests/acceptance/<programme>.ts,
// which exports `list`.

export interface AcceptanceList {
  /** Every id of the programme's list. */
  readonly ids: readonly string[];
  /** Declared open: to be tested before the programme is finished. Grows shorter only. */
  readonly open: readonly string[];
  /** Not of this part of the programme. */
  readonly later: readonly string[];
}

/** `numbered('B', 118)`: B-01 … B-118. */
export const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}-${String(at + 1).padStart(2, '0')}`);
