// Puts the database back to a saved moment, so that every run begins alike without being built anew.
// Past the product's own writing, and without waiting for the journal: what is lost here only ends the test.
import type { Connection } from 'mongoose';
import { owners } from './worker.ts';

type Documents = Readonly<Record<string, readonly object[]>>;

export interface SavedMoment {
  readonly at: Date;
  readonly documents: Documents;
}

const UNWAITED = { writeConcern: { w: 1, journal: false } } as const;

/** What runs may write to; nothing else changes after the world was opened. */
const CHANGING = [...owners.map(({ name }) => name), 'seats', 'timers', 'deliveries', 'audit'];

export async function saveMoment(db: Connection, at: Date): Promise<SavedMoment> {
  const found = await Promise.all(
    CHANGING.map(async (name) => [name, await db.collection(name).find().toArray()] as const),
  );
  return { at, documents: Object.fromEntries(found) };
}

export async function restoreMoment(db: Connection, moment: SavedMoment): Promise<void> {
  await Promise.all(
    Object.entries(moment.documents).map(async ([name, documents]) => {
      await db.collection(name).deleteMany({}, UNWAITED as never);
      if (documents.length > 0)
        await db
          .collection(name)
          .insertMany(documents.map((each) => ({ ...each })) as never, UNWAITED as never);
    }),
  );
}
