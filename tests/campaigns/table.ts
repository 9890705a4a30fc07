// What campaigns found, as one table for people and as JSON for machines.
import type { Note } from '../support/run/campaign.ts';

export interface Row {
  readonly name: string;
  readonly runs: number;
  readonly violations: number;
  readonly seed: number;
  readonly seconds: number;
  /** `passed`, `FAILED`, or why it was not begun. */
  readonly outcome: string;
}

export interface Recovery {
  readonly kind: string;
  readonly count: number;
  /** Milliseconds. */
  readonly median: number;
  readonly longest: number;
}

const HEAD = ['name', 'runs', 'violations', 'seed', 'seconds', 'outcome'];

export const tableOf = (rows: readonly Row[]): string =>
  aligned([
    HEAD,
    ...rows.map(({ name, runs, violations, seed, seconds, outcome }) =>
      [name, runs, violations, seed, seconds, outcome].map(String),
    ),
  ]);

/** How long it took until work went on after each kind of blow. */
export function recoveriesIn(notes: readonly Note[]): readonly Recovery[] {
  const byKind = new Map<string, number[]>();
  for (const { kind, recovery } of notes)
    if (recovery !== undefined) byKind.set(kind, [...(byKind.get(kind) ?? []), Math.round(recovery)]);
  return [...byKind].sort().map(([kind, times]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return { kind, count: sorted.length, median, longest: sorted.at(-1) ?? 0 };
  });
}

export const recoveryTable = (recoveries: readonly Recovery[]): string =>
  aligned([
    ['what was struck', 'times', 'median, ms', 'longest, ms'],
    ...recoveries.map(({ kind, count, median, longest }) => [kind, count, median, longest].map(String)),
  ]);

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ')).join('\n');
}
