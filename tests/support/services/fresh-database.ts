// Addresses for one test or one test file: a database nobody else uses on the run's shared services.
// A database is some 150 files that the engine holds open until long after it was dropped, and a quarter of a second to
// make: most tests take an empty one that others have given back. What a file kept is dropped when it has ended.
import type { Connection } from 'mongoose';
import { nanoid } from 'nanoid';
import { inject } from 'vitest';
import { journaled } from '../../../engine/runtime/embedded/mongodb.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { createIndexes, declaredCount } from '../../../engine/store/model.ts';
import { takeWritten } from './written-collections.ts';

const inUse = new Map<string, string>();
const givenBack: string[] = [];
/** Those that other processes may have written to. */
const fresh = new Set<string>();
/** Of databases by name, how many collections have their indexes: making them anew is a hundred requests for nothing. */
const indexed = new Map<string, number>();

/** A machine that is busy with other things is no fault: the limit of a request is tested where it is the matter. */
export const UNHURRIED = { patience: 120_000, requestLimit: 120_000 } as const;

/** Journaled `mongodb://` address with a database name of its own: nothing is in it, and nothing ever was. */
export function freshDatabase(): string {
  const name = `test-${nanoid(10)}`;
  fresh.add(name);
  return handOut(name);
}

/** As {@link freshDatabase}, but others may have had it before: it has no documents, and perhaps indexes. */
export const emptyDatabase = (): string => handOut(givenBack.pop() ?? `test-${nanoid(10)}`);

/** Connected to a database, by default an empty one, and with every declared index: as processes find it after a boot. */
export async function openStore(uri = emptyDatabase()): Promise<Connection> {
  const db = await connectStore(uri, UNHURRIED);
  // A test that was loaded meanwhile may have declared collections of its own.
  if (indexed.get(db.name) !== declaredCount()) await createIndexes(db);
  // Only names that are handed out here are of one server, and nobody else's.
  if (inUse.has(db.name)) indexed.set(db.name, declaredCount());
  return db;
}

/** Closes a connection, and empties its database for the next who asks; one that was not handed out here is left. */
export async function giveBack(db: Connection): Promise<void> {
  const { name } = db;
  if (inUse.delete(name)) {
    const names = fresh.delete(name)
      ? (await db.listCollections()).map((each) => each.name)
      : takeWritten(name);
    await Promise.all(names.map((each) => db.collection(each).deleteMany({})));
    givenBack.push(name);
  }
  await db.close();
}

/** The addresses of the databases that were not given back; forgets them. */
export function takeInUse(): readonly string[] {
  const uris = [...inUse.values()];
  inUse.clear();
  return uris;
}

function handOut(name: string): string {
  const uri = journaled(inject('mongodbUri'), name);
  inUse.set(name, uri);
  return uri;
}

/** Address of the run's Redis for `new Redis(url)`. It is shared: use {@link freshPrefix} for queues and keys. */
export function sharedRedis(): string {
  return inject('redisUrl');
}

/** A key prefix nobody else uses, for BullMQ's `prefix`. */
export function freshPrefix(): string {
  return `test-${nanoid(10)}`;
}
