// What a row holds, as a plan takes it, and the cells from which a line of the plan came.
import { type Measure, measureOf } from '../plan/measure.ts';
import type { Words } from '../plan/words.ts';
import type { Row } from './rows.ts';

export interface Place {
  readonly pointer: string;
  readonly value: string;
}

export const wordsFrom = ({ values }: Row, prefix = ''): Words =>
  Object.fromEntries(
    ['kk', 'ru', 'en'].flatMap((language) => {
      const value = values[`${prefix}${language}`];
      return value === undefined ? [] : [[language, String(value)]];
    }),
  );

export const lineFrom = (row: Row, prefix = ''): Words | null => {
  const words = wordsFrom(row, prefix);
  return Object.keys(words).length === 0 ? null : words;
};

export const measureFrom = ({ values }: Row): Measure | null =>
  typeof values.value !== 'number' || values.unit === undefined
    ? null
    : measureOf({
        value: values.value,
        unit: values.unit as Measure['unit'],
        comparator: (values.comparator as Measure['comparator'] | undefined) ?? 'exact',
        subject: values.subject === undefined ? null : String(values.subject),
        per: (values.per as Measure['per'] | undefined) ?? null,
        base: typeof values.base === 'number' ? values.base : null,
      });

/** Remembers from which cells a line of the plan came. */
export function note(
  places: Map<string, Place>,
  here: string,
  row: Row,
  columns: Readonly<Record<string, string>>,
): void {
  places.set(here, { pointer: row.at(), value: row.cell('id') });
  for (const [property, column] of Object.entries(columns))
    places.set(`${here}/${property}`, { pointer: row.at(column), value: row.cell(column) });
}
