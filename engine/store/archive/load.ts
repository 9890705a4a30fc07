// Puts an archive back into a database: first the whole file is read and checked, then everything is written.
// Called by the restore command, which sees to it that nothing else is at work there.
import mongoose, { type Connection } from 'mongoose';
import { type ArchiveHeader, DamagedArchive, readArchive } from './format.ts';

export interface Checked {
  readonly header: ArchiveHeader;
  readonly collections: number;
  readonly documents: number;
}

/** Reads an archive to its end without touching any database. @throws DamagedArchive */
export async function checkArchive(file: string): Promise<Checked> {
  let header: ArchiveHeader | null = null;
  let collections = 0;
  let documents = 0;
  for await (const frame of readArchive(file)) {
    if (frame.kind === 'header') header = frame.header;
    if (frame.kind === 'collection') collections += 1;
    if (frame.kind === 'documents') documents += frame.documents.length;
  }
  if (!header) throw new DamagedArchive('its beginning is missing');
  return { header, collections, documents };
}

/** Names of collections that hold anything. */
export async function filledCollections(db: Connection): Promise<readonly string[]> {
  const names = (await db.listCollections())
    .map(({ name }) => name)
    .filter((name) => !/^system\./.test(name));
  const filled: string[] = [];
  for (const name of names) if (await db.collection(name).findOne({})) filled.push(name);
  return filled;
}

/** Writes a checked archive into an empty database. */
export async function loadArchive(db: Connection, file: string): Promise<void> {
  const target = db.getClient().db(db.name);
  let name = '';
  for await (const frame of readArchive(file)) {
    if (frame.kind === 'collection') {
      name = frame.collection.name;
      await target.createCollection(name);
      // Before the documents: a unique index that does not hold shows at once.
      for (const { key, v: _version, ns: _namespace, ...options } of frame.collection.indexes)
        await target.collection(name).createIndex(key as Record<string, 1>, options);
    }
    if (frame.kind === 'documents')
      await target.collection(name).insertMany(frame.documents.map(exactly), { ordered: false });
  }
}

/** As it was written: 1 stays an integer where it was one, and 1.0 a fraction. */
const exactly = (bytes: Uint8Array): mongoose.mongo.Document =>
  mongoose.mongo.BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true });
