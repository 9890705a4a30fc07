// Lists are read a page at a time: `?limit=&cursor=` in, `{ items, next }` out. A cursor is opaque to clients.
import Type, { type TSchema } from 'typebox';
import { AppError } from '../engine/kernel/errors.ts';
import type { Page, PageRequest, Position } from '../engine/store/page.ts';

const PAGE = 50;
const LONGEST_PAGE = 200;

/** The query parameters of every list. */
export const pageQuery = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: LONGEST_PAGE, default: PAGE, description: 'Rows a page.' }),
  ),
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 600, description: 'The `next` of the page before.' }),
  ),
};

/** The answer of a list: its rows, and where the next page begins (null on the last one). */
export const pageSchema = <S extends TSchema>(item: S) =>
  Type.Object({
    items: Type.Array(item),
    next: Type.Union([Type.Null(), Type.String()], { description: 'The cursor of the next page.' }),
  });

/** @throws AppError `invalid-input` for a cursor that no list gave */
export function pageRequest({
  limit = PAGE,
  cursor,
}: {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}): PageRequest {
  return { limit, after: cursor === undefined ? null : positionOf(cursor) };
}

/** @param each what of a row is shown */
export const pageAnswer = <T, U>({ items, next }: Page<T>, each: (item: T) => U) => ({
  items: items.map(each),
  next: next && cursorOf(next),
});

const cursorOf = ({ key, id }: Position): string =>
  Buffer.from(JSON.stringify([key, id]), 'utf8').toString('base64url');

function positionOf(cursor: string): Position {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(read) && read.length === 2) {
      const [key, id] = read as unknown[];
      if (typeof key === 'string' && typeof id === 'string') return { key, id };
    }
  } catch {
    // Falls through: whatever does not read is not a cursor of ours.
  }
  throw new AppError('invalid-input', 'not a cursor', [
    { pointer: '/cursor', hint: 'give the `next` of the page before, unchanged' },
  ]);
}
