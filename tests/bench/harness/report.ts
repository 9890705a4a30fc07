// What a benchmark found, for people (a table) and for machines (JSON). Knows no benchmark.
import { cpus } from 'node:os';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Goal {
  readonly goal: string;
  readonly seen: string;
  readonly met: boolean;
}

export interface Report {
  readonly name: string;
  readonly what: string;
  /** All rows bear the same columns. */
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
  /** What one must know to read the figures. */
  readonly notes: readonly string[];
  /** What only machines want to read. */
  readonly data?: unknown;
}

/** A goal over a figure of the report. */
export function goal(text: string, seen: number, { least, most }: { least?: number; most?: number }): Goal {
  const met = seen >= (least ?? Number.NEGATIVE_INFINITY) && seen <= (most ?? Number.POSITIVE_INFINITY);
  return { goal: text, seen: shown(seen), met };
}

export function table({ name, what, rows, goals, notes }: Report): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => shown(row[column] ?? null)))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  const body = lines.map((line) => line.map((cell, at) => padded(cell, widths[at] ?? 0, at)).join('  '));
  const verdicts = goals.map((each) => `${each.met ? 'met   ' : 'missed'}  ${each.goal}: ${each.seen}`);
  return [`${name}: ${what}`, '', ...body, '', ...verdicts, ...notes].join('\n').trimEnd();
}

/** With the machine that it was seen on. */
export const json = (report: Report): string =>
  JSON.stringify(
    { ...report, machine: { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version } },
    null,
    2,
  );

const padded = (cell: string, width: number, at: number): string =>
  at === 0 ? cell.padEnd(width) : cell.padStart(width);

function shown(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (Number.isInteger(cell)) return String(cell);
  return cell.toFixed(cell >= 100 ? 0 : cell >= 10 ? 1 : cell >= 0.1 ? 2 : 3);
}
