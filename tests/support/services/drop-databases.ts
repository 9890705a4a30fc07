// Vitest's set-up of every test file: drops the databases the file was given. Left alone, those of a whole run add up to
// more open files than the engine may hold, and it dies in the middle of it.
import { createConnection } from 'mongoose';
import { afterAll } from 'vitest';
import { takeHandedOut } from './fresh-database.ts';

afterAll(async () => {
  const [first, ...others] = takeHandedOut();
  if (first === undefined) return;
  const db = await createConnection(first).asPromise();
  try {
    for (const uri of [first, ...others]) await db.useDb(databaseOf(uri)).dropDatabase();
  } finally {
    await db.close();
  }
});

const databaseOf = (uri: string): string => new URL(uri).pathname.slice(1);
