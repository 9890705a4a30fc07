// Files that people send, kept in GridFS under an id of ours and recognised again by their SHA-256.
// Access is the caller's matter: an id is handed out only to those who may see the case it belongs to.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromBuffer } from 'file-type';
import mongoose from 'mongoose';
import Type, { type Static } from 'typebox';
import { newId } from '../kernel/ids.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant } from '../store/model.ts';

const mediaShape = Type.Object({
  _id: Type.String(),
  owner: Type.String(),
  kind: Type.Union([
    Type.Literal('photo'),
    Type.Literal('video'),
    Type.Literal('document'),
    Type.Literal('voice'),
  ]),
  name: Type.String(),
  mime: Type.String(),
  size: Type.Integer(),
  sha256: Type.String(),
  createdAt: Instant,
});
export type MediaRecord = Static<typeof mediaShape>;

export const media = collection('media', mediaShape, [{ fields: { sha256: 1 } }, { fields: { owner: 1 } }]);

export interface NewMedia {
  /** Person id. */
  readonly owner: string;
  readonly name: string;
  /** What the channel says; the content decides. */
  readonly mime: string | null;
  readonly bytes: Uint8Array;
}

export const bucketOf = (ctx: StoreContext) => {
  if (!ctx.db.db) throw new Error('the connection is not open');
  return new mongoose.mongo.GridFSBucket(ctx.db.db, { bucketName: 'media_files' });
};

/** Keeps a file. Its type is told by its content, never by its name. @returns its record */
export async function keepMedia(ctx: StoreContext, file: NewMedia): Promise<MediaRecord> {
  const found = await fileTypeFromBuffer(file.bytes);
  const mime = found?.mime ?? 'application/octet-stream';
  const record = media.check({
    _id: newId(),
    owner: file.owner,
    kind: kindOf(mime),
    name: file.name,
    mime,
    size: file.bytes.byteLength,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    createdAt: ctx.clock.now(),
  });
  await pipeline(Readable.from([file.bytes]), bucketOf(ctx).openUploadStream(record._id));
  await media.on(ctx.db).collection.insertOne(record as never);
  return record;
}

/** A kept file with its bytes; null for an unknown id. */
export async function loadMedia(
  ctx: StoreContext,
  id: string,
): Promise<{ readonly record: MediaRecord; readonly bytes: Uint8Array } | null> {
  const record = await media.on(ctx.db).findById(id).lean();
  if (!record) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(ctx, id)) chunks.push(chunk);
  return { record, bytes: Buffer.concat(chunks) };
}

/** The bytes of a kept file, piece by piece. */
export const bytesOf = (ctx: StoreContext, id: string): AsyncIterable<Uint8Array> =>
  bucketOf(ctx).openDownloadStreamByName(id);

function kindOf(mime: string): MediaRecord['kind'] {
  if (/^image\/(jpeg|png|webp)$/.test(mime)) return 'photo';
  if (mime.startsWith('video/')) return 'video';
  return mime === 'audio/ogg' ? 'voice' : 'document';
}
