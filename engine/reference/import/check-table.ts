// From the rows of a table to entries: every fault is named at once, by sheet and cell, with its value and a hint.
import type { TProperties } from 'typebox';
import type { ErrorDetail } from '../../kernel/errors.ts';
import { pointerTo } from '../../kernel/json-pointer.ts';
import type { Names, ReferenceCollection } from '../collection.ts';
import { cellValue } from './cell-value.ts';
import { cellName, type Sheet } from './read-table.ts';

export interface CheckedTable {
  readonly entries: readonly (Pick<Names, 'id'> & object)[];
  readonly faults: readonly ErrorDetail[];
}

const OPTIONAL = ['from', 'to'];
const NONE = -1;

export function checkTable(sheets: readonly Sheet[], into: ReferenceCollection): CheckedTable {
  const checking = new Checking(into);
  for (const sheet of sheets) checking.add(sheet);
  return checking;
}

class Checking implements CheckedTable {
  readonly entries: (Pick<Names, 'id'> & object)[] = [];
  readonly faults: ErrorDetail[] = [];
  readonly #into: ReferenceCollection;
  /** Where each id was met first. */
  readonly #seen = new Map<string, string>();

  constructor(into: ReferenceCollection) {
    this.#into = into;
  }

  add({ name, rows }: Sheet): void {
    const [head = [], ...body] = rows;
    if (head.every((cell) => cell === '')) {
      if (rows.length > 0) this.#fault(name, 0, 0, '', 'write the names of the columns in the first row');
      return;
    }
    const columns = this.#columns(name, head);
    for (const [index, cells] of body.entries()) {
      if (cells.some((cell) => cell !== '')) this.#row(name, index + 1, cells, columns);
    }
  }

  #columns(sheet: string, head: readonly string[]): ReadonlyMap<string, number> {
    const fields = Object.keys(this.#into.given);
    const columns = new Map<string, number>();
    for (const [at, field] of head.entries()) {
      if (field === '') continue;
      if (!fields.includes(field)) this.#fault(sheet, 0, at, field, `use one of ${fields.join(', ')}`);
      else if (columns.has(field)) this.#fault(sheet, 0, at, field, 'this column is there already');
      else columns.set(field, at);
    }
    const missing = fields.filter((field) => !columns.has(field) && !OPTIONAL.includes(field));
    for (const field of missing) this.#fault(sheet, 0, head.length, '', `add the column ${field}`);
    return columns;
  }

  #row(sheet: string, row: number, cells: readonly string[], columns: ReadonlyMap<string, number>): void {
    const entry = Object.fromEntries(
      [...columns].flatMap(([field, at]): [string, unknown][] => {
        const value = cellValue(this.#into.given[field], cells[at] ?? '');
        if (value !== undefined) return [[field, value]];
        return OPTIONAL.includes(field) ? [[field, null]] : [];
      }),
    ) as Pick<Names, 'id'> & { readonly from?: string | null; readonly to?: string | null };
    const before = this.faults.length;
    for (const [field, hint] of faultsByField(this.#into, entry)) {
      const at = columns.get(field);
      // A column that is missing is named once, in the head.
      if (at !== undefined) this.#fault(sheet, row, at, cells[at] ?? '', hint);
    }
    this.#refuseTwice(sheet, row, columns.get('id') ?? NONE, entry.id);
    if (entry.from && entry.to && entry.from > entry.to)
      this.#fault(sheet, row, columns.get('to') ?? NONE, entry.to, 'give a day that is not before "from"');
    if (this.faults.length === before) this.entries.push(entry);
  }

  #refuseTwice(sheet: string, row: number, column: number, id: string | undefined): void {
    if (id === undefined) return;
    const place = `${sheet} ${cellName(row, column)}`;
    const first = this.#seen.get(id);
    if (first === undefined) this.#seen.set(id, place);
    else this.#fault(sheet, row, column, id, `${first} has it already: give each entry an id of its own`);
  }

  #fault(sheet: string, row: number, column: number, value: string, hint: string): void {
    this.faults.push({ pointer: pointerTo('', sheet, cellName(row, column)), value, hint });
  }
}

/** The first fault of each field: a choice fails in several ways at once. */
function faultsByField<P extends TProperties>(into: ReferenceCollection<P>, entry: object) {
  const found = new Map<string, string>();
  for (const { field, hint } of into.faults(entry)) if (!found.has(field)) found.set(field, hint);
  return found;
}
