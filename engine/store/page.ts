// Lists a collection a page at a time by position, not by number: what is added or removed meanwhile neither repeats
// nor hides a row. Called by registers; knows nothing of HTTP.
import { trusted } from 'mongoose';
import type { Static, TSchema } from 'typebox';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from './context.ts';
import type { Collection } from './model.ts';

/** The row after which a page begins: its sort key and its id. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly after: Position | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null on the last one. */
  readonly next: Position | null;
}

export interface Order {
  /** A property of the document that never changes, or whose change may move a row. */
  readonly by: string;
  readonly of: 'text' | 'instant' | 'number';
  readonly newestFirst?: boolean;
  /** What tells rows of one key apart, where the document's id is not for the reader: a cursor can be read. */
  readonly tie?: string;
}

/**
 * Rows come with the fields that are asked for; without any said, with all but the bookkeeping that grows: applied
 * commands and the outbox.
 * @param filter conditions of ours; operators wrapped in `trusted`
 * @throws AppError `invalid-input` for a position that this order cannot have given
 */
export async function pageOf<S extends TSchema>(
  ctx: StoreContext,
  owner: Collection<S>,
  filter: Readonly<Record<string, unknown>>,
  order: Order,
  { limit, after }: PageRequest,
  fields?: readonly (keyof Static<S> & string)[],
): Promise<Page<Static<S>>> {
  const direction = order.newestFirst ? -1 : 1;
  const { by, tie = '_id' } = order;
  const conditions = after ? { $and: [filter, beyond(order, after)] } : filter;
  const found = (await owner
    .on(ctx.db)
    .find(conditions as never, projection(fields && [...fields, by, tie]) as never)
    .sort({ [by]: direction, [tie]: direction })
    .limit(limit + 1)
    .lean()) as (Static<S> & Readonly<Record<string, unknown>> & { readonly _id: string })[];
  return cut(found, limit, (row) => ({ key: keyText(row[by]), id: String(row[tie]) }));
}

const projection = (fields: readonly string[] | undefined) =>
  fields ? Object.fromEntries(fields.map((field) => [field, 1])) : { applied: 0, outbox: 0 };

/** Cuts rows that were read with one to spare into a page. */
export function cut<T>(rows: readonly T[], limit: number, positionOf: (row: T) => Position): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? positionOf(last) : null };
}

export const mapPage = <T, U>({ items, next }: Page<T>, each: (item: T) => U): Page<U> => ({
  items: items.map(each),
  next,
});

/** A condition on a folded text: it holds the words in this order. Null when there is nothing to search for. */
export function containing(folded: string) {
  const escaped = folded.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return trusted({ $regex: escaped });
}

function beyond(order: Order, { key, id }: Position) {
  const value = boundOf(order, key);
  const past = (bound: unknown) => trusted(order.newestFirst ? { $lt: bound } : { $gt: bound });
  const { by, tie = '_id' } = order;
  return { $or: [{ [by]: past(value) }, { [by]: value, [tie]: past(id) }] };
}

function boundOf(order: Order, key: string): string | number | Date {
  if (order.of === 'text') return key;
  const value = order.of === 'instant' ? new Date(key) : Number(key);
  if (!Number.isNaN(value.valueOf())) return value;
  throw new AppError('invalid-input', 'a cursor of another list', [
    { pointer: '/cursor', hint: 'give the `next` of the page before' },
  ]);
}

const keyText = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));
