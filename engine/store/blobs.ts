// Streams bytes into GridFS: counted and hashed on the way, never held as a whole. What breaks off leaves nothing.
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import mongoose, { type mongo } from 'mongoose';
import type { StoreContext } from './context.ts';

export type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface WrittenBlob {
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export function bucketNamed(ctx: StoreContext, bucketName: string): mongo.GridFSBucket {
  if (!ctx.db.db) throw new Error('the connection is not open');
  return new mongoose.mongo.GridFSBucket(ctx.db.db, { bucketName });
}

/** Keeps `source` under `id`. @throws whatever the source throws, when nothing of it is kept any more */
export async function writeBlob(
  bucket: mongo.GridFSBucket,
  id: string,
  source: Content,
): Promise<WrittenBlob> {
  const hash = createHash('sha256');
  const upload = bucket.openUploadStream(id);
  let size = 0;
  const measured = async function* (pieces: Content) {
    for await (const piece of pieces) {
      size += piece.byteLength;
      hash.update(piece);
      yield piece;
    }
  };
  try {
    await pipeline(source, measured, upload);
  } catch (error) {
    await upload.abort().catch(() => undefined);
    throw error;
  }
  return { size, sha256: hash.digest('hex') };
}

/** Deletes what is kept under an id; nothing where there is nothing. */
export async function deleteBlob(bucket: mongo.GridFSBucket, id: string): Promise<void> {
  for (const { _id } of await bucket.find({ filename: id }).toArray()) await bucket.delete(_id);
}
