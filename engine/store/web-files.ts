// Files that web chats show: what people attach before a dialogue takes it, and pictures that Qadam sends.
// The same content is stored once. Who may see a file is decided by the chats that show it (web-chat.ts).
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { trusted } from 'mongoose';
import Type from 'typebox';
import { newId } from '../kernel/ids.ts';
import type { StoreContext } from './context.ts';
import { collection, Instant } from './model.ts';

const files = collection(
  'web_files',
  Type.Object({ _id: Type.String(), sha256: Type.String(), size: Type.Integer(), createdAt: Instant }),
  [{ fields: { sha256: 1 } }],
);

const bucketOf = (ctx: StoreContext) => {
  if (!ctx.db.db) throw new Error('the connection is not open');
  return new mongoose.mongo.GridFSBucket(ctx.db.db, { bucketName: 'web_file_bytes' });
};

/** @returns the id under which these bytes are kept, an earlier one where they are known */
export async function keepWebFile(ctx: StoreContext, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await files.on(ctx.db).findOne({ sha256 }, { _id: 1 }).lean();
  if (known) return known._id;
  const createdAt = ctx.clock.now();
  const record = files.check({ _id: newId(), sha256, size: bytes.byteLength, createdAt });
  await pipeline(Readable.from([bytes]), bucketOf(ctx).openUploadStream(record._id));
  // The record last: a file that broke off is never found.
  await files.on(ctx.db).collection.insertOne(record as never);
  return record._id;
}

/** @returns null for an id that is not known */
export async function readWebFile(ctx: StoreContext, id: string): Promise<Buffer | null> {
  if (!(await files.on(ctx.db).findById(id, { _id: 1 }).lean())) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of bucketOf(ctx).openDownloadStreamByName(id)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Ids of the files with these contents. */
export async function webFilesOf(ctx: StoreContext, hashes: readonly string[]): Promise<readonly string[]> {
  const of = { sha256: trusted({ $in: [...hashes] }) };
  return (
    await files
      .on(ctx.db)
      .find(of as never, { _id: 1 })
      .lean()
  ).map((each) => each._id);
}

/** Deletes files for good. The record goes first: a file that is half gone is never found. */
export async function deleteWebFiles(ctx: StoreContext, ids: readonly string[]): Promise<void> {
  const bucket = bucketOf(ctx);
  await files.on(ctx.db).deleteMany({ _id: trusted({ $in: [...ids] }) } as never);
  for (const id of ids) {
    for (const { _id } of await bucket.find({ filename: id }).toArray()) await bucket.delete(_id);
  }
}
