// Fills a collection for a benchmark.
import type { mongo } from 'mongoose';

/** The database has to answer each request within its deadline. */
const AT_ONCE = 2_000;

/** Inserts `make(0)` to `make(count - 1)`, a few at a time. */
export async function insertAll<T>(
  collection: Pick<mongo.Collection, 'insertMany'>,
  count: number,
  make: (n: number) => T,
): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - from);
    await collection.insertMany(Array.from({ length }, (_, n) => make(from + n)) as never[]);
  }
}
