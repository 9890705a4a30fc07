// What a cell stands for in an entry, by the kind of its field: a figure, a list of words, or the text itself. What does
// not fit stays as it was typed, so that the fault names it.
import type { TSchema } from 'typebox';

const FIGURE = /^-?\d+(?:[.,]\d+)?$/;

/** @returns undefined for an empty cell of a field that has no empty value */
export function cellValue(field: TSchema | undefined, cell: string): unknown {
  const { type } = (field ?? {}) as { readonly type?: string };
  if (type === 'array') return cell.split(/[\s,;|]+/).filter((each) => each !== '');
  if (cell === '') return undefined;
  if (type !== 'integer' && type !== 'number') return cell;
  return FIGURE.test(cell) ? Number(cell.replace(',', '.')) : cell;
}
