// Indexes as collections declare them, and how a database comes to have these and no older form of them.
import { type IndexDefinition, type IndexOptions, type mongo, trusted } from 'mongoose';

export interface Index {
  readonly fields: IndexDefinition;
  readonly options?: IndexOptions;
  /** The name of an index of an earlier version that this one makes needless. One on the same fields goes anyway. */
  readonly replaces?: string;
}

/**
 * An index of the documents whose field holds a text. The filter is a comparison, because the planner takes a partial
 * index only for a query that provably lies within it: of `$type` it proves nothing, and would read the whole
 * collection.
 * @param fields what is indexed, when it is more than the field
 */
export function textIndex(
  field: string,
  options: Pick<IndexOptions, 'unique'> = {},
  fields: Readonly<Record<string, 1 | -1>> = { [field]: 1 },
): Index {
  const name = `${Object.keys(fields).join('_')}_texts`;
  return { fields, options: { name, ...options, partialFilterExpression: { [field]: { $gte: '' } } } };
}

/**
 * Part of a query that no index helps and that is rare enough to read everything. Tests run on a database that refuses
 * such queries, so that none is made unawares.
 */
export const readsAll = { _id: trusted({ $gte: '' }) };

/** Creates the indexes and drops those of earlier versions that they replace; what others made stays. */
export async function bringIndexes(
  collection: mongo.Collection<never>,
  indexes: readonly Index[],
): Promise<void> {
  if (indexes.length === 0) return;
  const wanted = indexes.map(({ fields, options }) => ({ key: fields as Record<string, 1>, ...options }));
  const names = await collection.createIndexes(wanted as never);
  const keys = new Set(wanted.map(({ key }) => JSON.stringify(key)));
  const replaced = new Set(indexes.map(({ replaces }) => replaces));
  for (const { name = '', key } of await collection.indexes()) {
    const isOlder = keys.has(JSON.stringify(key)) || replaced.has(name);
    if (isOlder && !names.includes(name)) await drop(collection, name);
  }
}

const INDEX_NOT_FOUND = 27;

async function drop(collection: mongo.Collection<never>, name: string): Promise<void> {
  try {
    await collection.dropIndex(name);
  } catch (error) {
    // Another process that starts, too, was faster.
    if ((error as { readonly code?: unknown }).code !== INDEX_NOT_FOUND) throw error;
  }
}
