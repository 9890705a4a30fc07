// Writes a whole database into one archive: every collection with its indexes, GridFS included. Called by the backup
// command. The file gets its name only when it is complete and on the disk.
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Connection, mongo } from 'mongoose';
import { AppError } from '../../kernel/errors.ts';
import { type ArchiveHeader, FrameWriter } from './format.ts';
import { namedTooOld, standStill } from './standstill.ts';

const FRAME_BYTES = 1024 ** 2;
/** Bytes of files: stored once under an id of their own before anything names them, and never changed. */
const FILE_BYTES = /\.(files|chunks)$/;

export interface Written {
  readonly collections: number;
  readonly documents: number;
}

/** Makes whoever writes pause. @returns lets them go on */
export type Halt = () => Promise<() => void>;

/** Tries without halting anybody; where all of them were disturbed, as many with everybody halted. */
const TRIES = 3;

/** @throws what the database or the file system says; then there is no file */
export async function writeArchive(
  db: Connection,
  file: string,
  header: ArchiveHeader,
  halt: Halt | null = null,
): Promise<Written> {
  const partial = `${file}.partial`;
  try {
    const written = await tried(db, partial, header, halt);
    const handle = await open(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, file);
    return written;
  } catch (error) {
    await rm(partial, { force: true });
    throw namedTooOld(error);
  }
}

async function tried(
  db: Connection,
  partial: string,
  header: ArchiveHeader,
  halt: Halt | null,
): Promise<Written> {
  for (const by of halt ? [null, halt] : [null])
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const written = { collections: 0, documents: 0 };
      const frames = framesOf(db, header, written, by);
      try {
        await pipeline(
          Readable.from(frames, { highWaterMark: 4 }),
          // Photographs do not get smaller, and others may be waiting.
          createGzip({ level: 1 }),
          createWriteStream(partial, { mode: 0o600 }),
        );
        return written;
      } catch (error) {
        if (!(error instanceof Disturbed)) throw error;
      }
    }
  throw new AppError(
    'unavailable',
    'the database was written to all the while, and it is no replica set that could be read as of one moment: stop Qadam for the backup',
  );
}

/** Somebody wrote while everything was to be of one moment. */
class Disturbed extends Error {}

type Counting = { collections: number; documents: number };

/**
 * What changes is read at one moment; the bytes of files afterwards: whatever names them was read before, so that none
 * is missing, and a large archive of photographs holds nothing up.
 */
async function* framesOf(
  db: Connection,
  header: ArchiveHeader,
  written: Counting,
  halt: Halt | null,
): AsyncGenerator<Buffer> {
  const writer = new FrameWriter();
  yield writer.header(header);
  const names = (await db.listCollections())
    .map(({ name }) => name)
    .filter((name) => !/^system\./.test(name));
  const goOn = await halt?.();
  try {
    const still = await standStill(db);
    if (!still) throw new Disturbed();
    for (const name of names.filter((each) => !FILE_BYTES.test(each)).sort())
      yield* collectionFrames(db, name, still.session, writer, written);
    const whole = await still.held();
    await still.release();
    if (!whole) throw new Disturbed();
  } finally {
    goOn?.();
  }
  for (const name of names.filter((each) => FILE_BYTES.test(each)).sort())
    yield* collectionFrames(db, name, null, writer, written);
  yield writer.end();
}

async function* collectionFrames(
  db: Connection,
  name: string,
  session: mongo.ClientSession | null,
  writer: FrameWriter,
  written: Counting,
): AsyncGenerator<Buffer> {
  const collection = db.getClient().db(db.name).collection(name);
  const indexes = (await collection.indexes()).filter((index) => index.name !== '_id_');
  yield writer.collection({ name, indexes: indexes as Record<string, unknown>[] });
  written.collections += 1;
  let batch: Uint8Array[] = [];
  let bytes = 0;
  const cursor = collection.find({}, { raw: true, batchSize: 500, ...(session && { session }) });
  for await (const document of cursor) {
    // The driver reuses its buffer for the next batch.
    const own = Uint8Array.from(document as unknown as Uint8Array);
    batch.push(own);
    bytes += own.byteLength;
    written.documents += 1;
    if (bytes < FRAME_BYTES) continue;
    yield writer.documents(batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield writer.documents(batch);
}
