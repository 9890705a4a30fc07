// The backup's file: gzip over frames, `<kind: 1 byte> <length: 4 bytes> <payload>`. A header, then for each collection
// its description and its documents as the database has them (BSON), and at the end what must have been read by then:
// how many documents of each collection, and the SHA-256 of every byte before. A file without its end is none.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';

export const archiveHeader = Type.Object({
  format: Type.Literal('qadam-backup-1'),
  /** ISO 8601. */
  madeAt: Type.String(),
  demo: Type.Boolean(),
  /** A keyed hash that tells whether SECRET_KEY is the one under which the data was written. */
  keyCheck: Type.String(),
});
export type ArchiveHeader = Static<typeof archiveHeader>;

export const archivedCollection = Type.Object({
  name: Type.String(),
  /** As the database lists them, without the one over `_id`. */
  indexes: Type.Array(Type.Record(Type.String(), Type.Unknown())),
});
export type ArchivedCollection = Static<typeof archivedCollection>;

const archiveEnd = Type.Object({
  documents: Type.Record(Type.String(), Type.Integer()),
  sha256: Type.String(),
});

export type Frame =
  | { readonly kind: 'header'; readonly header: ArchiveHeader }
  | { readonly kind: 'collection'; readonly collection: ArchivedCollection }
  | { readonly kind: 'documents'; readonly documents: readonly Uint8Array[] };

const KINDS = { header: 0x48, collection: 0x43, documents: 0x44, end: 0x45 } as const;
/** Longer than a frame is ever written; a damaged length must not be believed. */
const LONGEST = 64 * 1024 ** 2;

/** What is wrong with a file, in words for the operator. */
export class DamagedArchive extends Error {
  constructor(reason: string) {
    super(`the backup cannot be used: ${reason}`);
    this.name = 'DamagedArchive';
  }
}

/** Makes the frames of one archive in their order; what it gives is to be written before the next call. */
export class FrameWriter {
  readonly #hash = createHash('sha256');
  readonly #documents = new Map<string, number>();
  #current = '';

  header = (header: ArchiveHeader): Buffer => this.#frame(KINDS.header, jsonBytes(header));

  collection(collection: ArchivedCollection): Buffer {
    this.#current = collection.name;
    this.#documents.set(collection.name, 0);
    return this.#frame(KINDS.collection, jsonBytes(collection));
  }

  documents(documents: readonly Uint8Array[]): Buffer {
    this.#documents.set(this.#current, (this.#documents.get(this.#current) ?? 0) + documents.length);
    return this.#frame(KINDS.documents, Buffer.concat(documents));
  }

  end(): Buffer {
    const end = { documents: Object.fromEntries(this.#documents), sha256: this.#hash.digest('hex') };
    return frameOf(KINDS.end, jsonBytes(end));
  }

  #frame(kind: number, payload: Buffer): Buffer {
    const frame = frameOf(kind, payload);
    this.#hash.update(frame);
    return frame;
  }
}

const jsonBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8');

function frameOf(kind: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(kind);
  head.writeUInt32LE(payload.byteLength, 1);
  return Buffer.concat([head, payload]);
}

/**
 * Reads an archive from a file, frame by frame. Whoever must not act on a damaged one reads it to its end first.
 * @throws DamagedArchive where it is cut off, altered, or no archive
 */
export async function* readArchive(file: string): AsyncGenerator<Frame> {
  const hash = createHash('sha256');
  const seen = new Map<string, number>();
  let current = '';
  let ended = false;
  for await (const { kind, bytes } of rawFrames(file)) {
    if (ended) throw new DamagedArchive('something follows its end');
    const payload = bytes.subarray(5);
    if (kind === KINDS.end) {
      checkEnd(parsed(archiveEnd, payload), hash.digest('hex'), seen);
      ended = true;
      continue;
    }
    hash.update(bytes);
    const frame = frameIn(kind, payload);
    if (frame.kind === 'collection') {
      current = frame.collection.name;
      seen.set(current, 0);
    }
    if (frame.kind === 'documents') seen.set(current, (seen.get(current) ?? 0) + frame.documents.length);
    yield frame;
  }
  if (!ended) throw new DamagedArchive('its end is missing, it was cut off');
}

function checkEnd(end: Static<typeof archiveEnd>, sha256: string, seen: ReadonlyMap<string, number>): void {
  if (end.sha256 !== sha256) throw new DamagedArchive('its checksum does not fit, it was altered');
  for (const [name, count] of Object.entries(end.documents))
    if (seen.get(name) !== count)
      throw new DamagedArchive(`${name} holds ${seen.get(name)} documents of ${count}`);
}

function frameIn(kind: number, payload: Buffer): Frame {
  if (kind === KINDS.header) return { kind: 'header', header: parsed(archiveHeader, payload) };
  if (kind === KINDS.collection)
    return { kind: 'collection', collection: parsed(archivedCollection, payload) };
  if (kind === KINDS.documents) return { kind: 'documents', documents: documentsIn(payload) };
  throw new DamagedArchive('it holds what no backup of Qadam holds');
}

function parsed<S extends TSchema>(schema: S, payload: Buffer): Static<S> {
  try {
    return Value.Parse(schema, JSON.parse(payload.toString('utf8')));
  } catch {
    throw new DamagedArchive('a description in it does not read');
  }
}

/** BSON begins with its own length. */
function documentsIn(payload: Buffer): readonly Uint8Array[] {
  const documents: Uint8Array[] = [];
  for (let at = 0; at < payload.byteLength; ) {
    const length = at + 4 <= payload.byteLength ? payload.readInt32LE(at) : 0;
    if (length < 5 || at + length > payload.byteLength)
      throw new DamagedArchive('a document in it is broken');
    documents.push(payload.subarray(at, at + length));
    at += length;
  }
  return documents;
}

async function* rawFrames(file: string): AsyncGenerator<{ readonly kind: number; readonly bytes: Buffer }> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of unpacked(file)) {
    rest = rest.byteLength === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let whole = lengthOf(rest); whole <= rest.byteLength; whole = lengthOf(rest)) {
      yield { kind: rest.readUInt8(0), bytes: rest.subarray(0, whole) };
      rest = rest.subarray(whole);
    }
  }
  if (rest.byteLength > 0) throw new DamagedArchive('it was cut off in the middle');
}

/** The length of the first frame; more than there is while its head is not complete. */
function lengthOf(bytes: Buffer): number {
  if (bytes.byteLength < 5) return Number.POSITIVE_INFINITY;
  const length = bytes.readUInt32LE(1);
  if (length > LONGEST)
    throw new DamagedArchive('it is no backup of Qadam, or damaged from its beginning on');
  return 5 + length;
}

async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 1024 * 1024 });
  const source = createReadStream(file);
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (error) {
    const isFile = error instanceof Error && 'syscall' in error;
    throw new DamagedArchive(
      isFile ? String(error.message) : 'it does not unpack, it was cut off or altered',
    );
  } finally {
    source.destroy();
  }
}
