// From the cells of a sheet to rows of values: whatever cannot be read is named by sheet and cell.
import { pointerTo } from '../../../kernel/json-pointer.ts';
import { cellName, type Sheet } from '../../../reference/import/read-table.ts';
import { type ImportFault, importFault } from './imported.ts';
import { type Column, type SheetName, sheetNames, sheets } from './sheets.ts';

export interface Row {
  readonly sheet: SheetName;
  readonly values: Readonly<Record<string, string | number>>;
  /** The address of a column's cell in this row; of the first cell for a column that is not there. */
  readonly at: (column?: string) => string;
  /** What stands in a column's cell. */
  readonly cell: (column: string) => string;
}

export interface Rows {
  readonly rows: Readonly<Record<SheetName, readonly Row[]>>;
  readonly faults: readonly ImportFault[];
}

export function rowsOf(found: readonly Sheet[]): Rows {
  const faults: ImportFault[] = [];
  const rows = Object.fromEntries(sheetNames.map((name) => [name, [] as Row[]])) as Record<SheetName, Row[]>;
  for (const { name } of found)
    if (!sheetNames.some((each) => each === name))
      faults.push(importFault(pointerTo('', name), name, 'sheet-unknown', { sheets: sheetNames.join(', ') }));
  for (const name of sheetNames) {
    const sheet = found.find((each) => each.name === name);
    if (!sheet) faults.push(importFault(pointerTo('', name), '', 'sheet-missing'));
    else rows[name] = readSheet(name, sheet.rows, faults);
  }
  return { rows, faults };
}

function readSheet(name: SheetName, cells: readonly (readonly string[])[], faults: ImportFault[]): Row[] {
  const [head = [], ...body] = cells;
  const columns: readonly Column[] = sheets[name];
  const places = placesOf(name, head, columns, faults);
  return body.flatMap((row, index) => {
    if (row.every((cell) => cell === '')) return [];
    return [readRow(name, row, index + 1, columns, places, faults)];
  });
}

function placesOf(
  sheet: SheetName,
  head: readonly string[],
  columns: readonly Column[],
  faults: ImportFault[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, name] of head.entries()) {
    if (name === '') continue;
    const isKnown = columns.some((each) => each.name === name);
    if (!isKnown || places.has(name))
      faults.push(
        importFault(
          pointerTo('', sheet, cellName(0, at)),
          name,
          isKnown ? 'column-twice' : 'column-unknown',
          {
            columns: columns.map((each) => each.name).join(', '),
          },
        ),
      );
    else places.set(name, at);
  }
  for (const { name, optional } of columns)
    if (!optional && !places.has(name))
      faults.push(
        importFault(pointerTo('', sheet, cellName(0, head.length)), '', 'column-missing', { column: name }),
      );
  return places;
}

function readRow(
  sheet: SheetName,
  cells: readonly string[],
  index: number,
  columns: readonly Column[],
  places: ReadonlyMap<string, number>,
  faults: ImportFault[],
): Row {
  const at = (column = ''): string => pointerTo('', sheet, cellName(index, places.get(column) ?? 0));
  const cell = (column: string): string => cells[places.get(column) ?? -1] ?? '';
  const values: Record<string, string | number> = {};
  for (const { name, optional, read } of columns) {
    // A column that is missing is named once, in the head.
    if (!places.has(name)) continue;
    const written = cell(name);
    if (written === '') {
      if (!optional) faults.push(importFault(at(name), '', 'empty'));
      continue;
    }
    const known = read(written);
    if ('value' in known) values[name] = known.value;
    else faults.push(importFault(at(name), written, known.fault, known.params));
  }
  return { sheet, values, at, cell };
}
