// What a command of the rules answers.

export interface Report {
  /** For people. */
  readonly lines: readonly string[];
  /** The same for programs, printed in the place of the lines with `--json`. */
  readonly json: unknown;
  /** False where faults, failed cases or differences were found. */
  readonly sound: boolean;
}
