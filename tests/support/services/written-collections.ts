// Which collections this process has written to, by database: only those have to be emptied before somebody else gets it.
// The driver's own methods are watched, so that what mongoose, GridFS and tests write is known alike.
import { mongo } from 'mongoose';

const WRITING = [
  ...(['insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'bulkWrite'] as const),
  ...(['findOneAndUpdate', 'findOneAndReplace'] as const),
] as const;

type Method = (this: mongo.Collection, ...args: unknown[]) => unknown;

const written = new Map<string, Set<string>>();

const { prototype } = mongo.Collection as unknown as { prototype: Record<string, Method> };
for (const name of WRITING) {
  const method = prototype[name];
  if (!method) throw new Error(`the driver has no ${name}`);
  prototype[name] = function (...args) {
    const { dbName, collectionName } = this;
    const known = written.get(dbName) ?? new Set();
    written.set(dbName, known.add(collectionName));
    return method.apply(this, args);
  };
}

/** @returns the names, and forgets them */
export function takeWritten(database: string): readonly string[] {
  const names = [...(written.get(database) ?? [])];
  written.delete(database);
  return names;
}
