// Block I of a plan from its rows: one row a line, results and partners on sheets of their own.
import { blankPlan } from '../plan/blank.ts';
import type { Plan } from '../plan/shape.ts';
import { lineFrom, measureFrom, note, type Place, wordsFrom } from './from-row.ts';
import { type ImportFault, importFault } from './imported.ts';
import type { Row, Rows } from './rows.ts';
import { plainLines } from './sheets.ts';

type General = Plan['general'];

const wordLines = ['grantee', 'direction', 'theme', 'goal', 'territory', 'targetGroup'] as const;

export function generalFrom(
  rows: readonly Row[],
  faults: ImportFault[],
  places: Map<string, Place>,
): Omit<General, 'results' | 'partners'> {
  const byLine = new Map<string, Row>();
  for (const row of rows) {
    const line = String(row.values.line ?? '');
    if (byLine.has(line)) faults.push(importFault(row.at('line'), line, 'line-twice'));
    byLine.set(line, row);
  }
  const plain = (line: string): string | null => plainValue(byLine.get(line), line, faults);
  for (const line of [...wordLines, 'from', 'to'] as const) {
    const row = byLine.get(line);
    const column = line === 'from' || line === 'to' ? 'value' : 'kk';
    places.set(
      `/general/${line}`,
      row ? { pointer: row.at(column), value: row.cell(column) } : missing(line),
    );
  }
  places.set('/general/period', places.get('/general/from') ?? missing('from'));
  const words = Object.fromEntries(
    wordLines.map((line) => {
      const row = byLine.get(line);
      return [line, row ? lineFrom(row) : null];
    }),
  ) as Pick<General, (typeof wordLines)[number]>;
  return {
    ...words,
    ...{ region: plain('region'), from: plain('from'), to: plain('to') },
    application: { number: plain('applicationNumber'), date: plain('applicationDate') },
    contract: { number: plain('contractNumber'), date: plain('contractDate') },
  };
}

/** A line that is not there is to be added beneath the head. */
const missing = (line: string): Place => ({ pointer: '/general/A1', value: line });

/** @returns null for a line that is not there, or cannot be read */
function plainValue(row: Row | undefined, line: string, faults: ImportFault[]): string | null {
  const cell = row?.cell('value') ?? '';
  const read = plainLines[line];
  if (!row || !read || cell === '') return null;
  const known = read(cell);
  if ('value' in known) return String(known.value);
  faults.push(importFault(row.at('value'), cell, known.fault, known.params));
  return null;
}

export function resultsFrom(
  rows: Rows['rows'],
  places: Map<string, Place>,
): Pick<General, 'results' | 'partners'> {
  places.set('/general/results', { pointer: '/results/A1', value: '' });
  places.set('/general/partners', { pointer: '/partners/A1', value: '' });
  const numbers = [...new Set(rows.results.map(({ values }) => values.no))];
  const results = numbers.flatMap((no, at) => {
    const own = rows.results.filter(({ values }) => values.no === no);
    const [first] = own;
    if (!first || typeof no !== 'number') return [];
    note(places, `/general/results/${at}`, first, { carriedBy: 'carriedBy' });
    return [
      {
        ...{ no, words: wordsFrom(first), wants: own.flatMap((row) => measureFrom(row) ?? []) },
        carriedBy: String(first.values.carriedBy ?? '')
          .split(/[\s,;]+/u)
          .filter(Boolean),
      },
    ];
  });
  const partners = rows.partners.flatMap((row) => {
    const { no, branches } = row.values;
    if (typeof no !== 'number') return [];
    return [{ no, words: wordsFrom(row), branches: typeof branches === 'number' ? branches : null }];
  });
  return { results, partners: partners.length > 0 ? partners : blankPlan().general.partners };
}
