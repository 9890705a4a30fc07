// Files that web chats show: what people attach before a dialogue takes it, and pictures that Qadam sends.
// The same content is stored once. Who may see a file is decided by the chats that show it (web-chat.ts).
import { createHash } from 'node:crypto';
import { trusted } from 'mongoose';
import Type from 'typebox';
import { newId } from '../kernel/ids.ts';
import { bucketNamed, type Content, deleteBlob, writeBlob } from './blobs.ts';
import type { StoreContext } from './context.ts';
import { collection, Instant } from './model.ts';

const files = collection(
  'web_files',
  Type.Object({ _id: Type.String(), sha256: Type.String(), size: Type.Integer(), createdAt: Instant }),
  [{ fields: { sha256: 1 } }, { fields: { createdAt: 1 } }],
);

const bucketOf = (ctx: StoreContext) => bucketNamed(ctx, 'web_file_bytes');

/** @returns the id under which these bytes are kept, an earlier one where they are known */
export async function keepWebFile(ctx: StoreContext, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return (await knownFile(ctx, sha256)) ?? (await keepWebStream(ctx, [bytes])).id;
}

/** The same for what streams in; nothing is kept of what breaks off. */
export async function keepWebStream(
  ctx: StoreContext,
  content: Content,
): Promise<{ readonly id: string; readonly size: number }> {
  const _id = newId();
  const { sha256, size } = await writeBlob(bucketOf(ctx), _id, content);
  const known = await knownFile(ctx, sha256);
  if (known) {
    await deleteBlob(bucketOf(ctx), _id);
    return { id: known, size };
  }
  const record = files.check({ _id, sha256, size, createdAt: ctx.clock.now() });
  // The record last: a file that broke off is never found.
  await files.on(ctx.db).collection.insertOne(record as never);
  return { id: _id, size };
}

/** Young again: what is about to be shown must not be purged as forgotten. */
async function knownFile(ctx: StoreContext, sha256: string): Promise<string | null> {
  const young = { $set: { createdAt: ctx.clock.now() } };
  const known = await files
    .on(ctx.db)
    .findOneAndUpdate({ sha256 }, young, { projection: { _id: 1 } })
    .lean();
  return known?._id ?? null;
}

/** The oldest files from before a time, as many as `most`. */
export async function webFilesBefore(
  ctx: StoreContext,
  before: Date,
  most: number,
): Promise<readonly string[]> {
  const old = { createdAt: trusted({ $lt: before }) };
  const found = await files
    .on(ctx.db)
    .find(old as never, { _id: 1 })
    .sort({ createdAt: 1 })
    .limit(most)
    .lean();
  return found.map((each) => each._id);
}

/** Deletes one file for good unless it was taken up again since. */
export async function deleteForgotten(ctx: StoreContext, id: string, before: Date): Promise<boolean> {
  const outcome = await files.on(ctx.db).deleteOne({ _id: id, createdAt: trusted({ $lt: before }) } as never);
  if (outcome.deletedCount === 1) await deleteBlob(bucketOf(ctx), id);
  return outcome.deletedCount === 1;
}

/** In use: looked at again only after as long. */
export async function keepLonger(ctx: StoreContext, ids: readonly string[]): Promise<void> {
  const these = { _id: trusted({ $in: [...ids] }) };
  await files.on(ctx.db).updateMany(these as never, { $set: { createdAt: ctx.clock.now() } });
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
  for (const id of ids) await deleteBlob(bucket, id);
}
