// A table as an Excel file. Every cell has its type, so that a text is never a formula; what XML cannot hold is left out,
// and what Excel would read as an escape is escaped.
import writeXlsxFile, { type CellObject } from 'write-excel-file/node';

export type Cell = string | number | null;

/** Rows, the titles first. */
export type Cells = readonly (readonly Cell[])[];

export async function xlsxOf(cells: Cells): Promise<Buffer> {
  const [titles = [], ...rows] = cells;
  const head = titles.map((title): CellObject => ({ ...typed(title), fontWeight: 'bold' }));
  const sheet = [head, ...rows.map((row) => row.map(cellOf))];
  return writeXlsxFile(sheet, { sheet: 'Qadam', stickyRowsCount: 1 }).toBuffer();
}

const cellOf = (cell: Cell): CellObject | null => (cell === null || cell === '' ? null : typed(cell));

const typed = (cell: Cell): CellObject =>
  typeof cell === 'number' ? { value: cell, type: Number } : { value: escaped(cell ?? ''), type: String };

/** `_x0041_` in a cell reads as A: such a text gets its underscore escaped. A lone CR would be lost in XML. */
const escaped = (text: string): string =>
  unlikeNames(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/\r/g, '_x000D_')
      // The library would leave it out.
      .replace(/\uFFFD/g, '_xFFFD_')
      .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, ''),
  );

/**
 * write-excel-file 4.1.1 looks texts up in a plain object, where `constructor` and its like are found before they were
 * written: the cell would point nowhere. With the first letter escaped the text is no such name, and reads the same.
 */
const unlikeNames = (text: string): string =>
  text in Object.prototype
    ? `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${text.slice(1)}`
    : text;
