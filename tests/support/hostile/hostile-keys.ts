// Looks through a whole database for names that no document of ours has: operators, prototypes. Facts have dots in theirs.
import type { Connection } from 'mongoose';

/** @returns collection, id and path of every such name */
export async function hostileKeysIn(db: Connection): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of (await db.listCollections()) ?? []) {
    for await (const document of db.collection(name).find())
      found.push(...pathsIn(document).map((path) => `${name} ${String(document._id)}: ${path}`));
  }
  return found;
}

const HOSTILE = /^\$|^(__proto__|constructor|prototype)$/;

function pathsIn(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || value instanceof Date || '_bsontype' in value) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const path = `${at}/${name}`;
    return [...(HOSTILE.test(name) ? [path] : []), ...pathsIn(each, path)];
  });
}
