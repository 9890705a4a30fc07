// The rows of an uploaded table as text, each with where it stands: CSV, or every sheet of an XLSX file. Judges nothing.
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { AppError } from '../../kernel/errors.ts';

export const tableTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableType = keyof typeof tableTypes;

export interface Sheet {
  readonly name: string;
  /** Cells as a person reads them: dates as YYYY-MM-DD, nothing as an empty text. */
  readonly rows: readonly (readonly string[])[];
}

/** @throws AppError `invalid-input` for what is no such file */
export async function readTable(type: TableType, file: Buffer): Promise<readonly Sheet[]> {
  try {
    return type === 'csv' ? [{ name: 'csv', rows: csvRows(file) }] : await xlsxSheets(file);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('invalid-input', message, [{ hint: `send a sound ${type} file: ${message}` }], cause);
  }
}

/** Rows keep their numbers: empty ones stay. */
const csvRows = (file: Buffer): readonly (readonly string[])[] =>
  parse(file, {
    ...{ bom: true, delimiter: [',', ';', '\t'], relaxColumnCount: true, trim: true },
  }) as string[][];

async function xlsxSheets(file: Buffer): Promise<readonly Sheet[]> {
  const sheets = await readXlsx(file);
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}

/** Where a cell stands, as a spreadsheet names it: `B3`. */
export function cellName(row: number, column: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row + 1}`;
}
