// A table as CSV: UTF-8 with its mark, semicolons (as spreadsheets set to Kazakh or Russian expect), CRLF. Whatever a
// spreadsheet would take for a formula gets an apostrophe in front; so does what would become one once trimmed.
import { stringify } from 'csv-stringify/sync';
import type { Cell, Cells } from '../../engine/documents/xlsx.ts';

const FORMULA = /^[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

export const csvOf = (cells: Cells): Buffer =>
  Buffer.from(
    stringify(
      cells.map((row) => row.map(harmless)),
      { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true, quoted_string: true },
    ),
  );

const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && FORMULA.test(cell) ? `'${wellFormed(cell)}` : wellFormed(cell);

/** NUL ends a text for many readers; half of a character is none. */
const wellFormed = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.replaceAll('\u0000', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD') : cell;
