// A table that people open in a spreadsheet: its columns are declared once, whatever the format. Strings are what somebody
// typed, and stay strings; numbers are numbers.

import type { Cell, Cells } from '../../engine/documents/xlsx.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { plainText } from '../../locales/texts.ts';

export interface Column<R> {
  /** Text key. */
  readonly title: string;
  readonly of: (row: R, language: Language) => Cell;
}

export interface Table<R> {
  /** Of the file. */
  readonly name: string;
  readonly columns: readonly Column<R>[];
}

/** The titles and the rows, in the reader's language. */
export const cellsOf = <R>({ columns }: Table<R>, rows: readonly R[], language: Language): Cells => [
  columns.map(({ title }) => plainText({ key: title }, language)),
  ...rows.map((row) => columns.map(({ of }) => of(row, language))),
];
