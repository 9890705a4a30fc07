// Files that people send, kept in GridFS under an id of ours and recognised again by their SHA-256.
// Access is the caller's matter: an id is handed out only to those who may see the case it belongs to.
import Type, { type Static } from 'typebox';
import { newId } from '../kernel/ids.ts';
import { bucketNamed, type Content, deleteBlob, type WrittenBlob, writeBlob } from '../store/blobs.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant } from '../store/model.ts';
import { type AcceptedFile, HEAD, typeOf } from './accept.ts';

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

export const bucketOf = (ctx: StoreContext) => bucketNamed(ctx, 'media_files');

/** Files whose bytes are coming, or are here and nobody's yet. */
export const staging = collection('media_staging', Type.Object({ _id: Type.String(), at: Instant }), [
  { fields: { at: 1 } },
]);

/** A file whose bytes are kept already, though nobody's yet. */
export interface StagedFile extends WrittenBlob {
  readonly id: string;
  readonly name: string;
  /** As its content shows. */
  readonly mime: string;
}

/** Keeps the bytes of a file; without a record they are purged a day later. */
export async function stageMedia(
  ctx: StoreContext,
  { name, mime }: AcceptedFile,
  content: Content,
): Promise<StagedFile> {
  const id = newId();
  await staging.on(ctx.db).collection.insertOne({ _id: id, at: ctx.clock.now() } as never);
  return { id, name, mime, ...(await writeBlob(bucketOf(ctx), id, content)) };
}

/** Makes a staged file somebody's. @param owner a person's id */
export async function adoptMedia(ctx: StoreContext, owner: string, staged: StagedFile): Promise<MediaRecord> {
  const { id: _id, name, mime, size, sha256 } = staged;
  const createdAt = ctx.clock.now();
  const record = media.check({ _id, owner, kind: kindOf(mime), name, mime, size, sha256, createdAt });
  await media.on(ctx.db).collection.insertOne(record as never);
  await staging.on(ctx.db).deleteOne({ _id });
  return record;
}

/** Deletes a file of somebody for good: first its bytes, so that what broke off is found again. */
export async function deleteKept(ctx: StoreContext, id: string): Promise<void> {
  await deleteBlob(bucketOf(ctx), id);
  await media.on(ctx.db).deleteOne({ _id: id });
}

export async function discardStaged(ctx: StoreContext, staged: readonly StagedFile[]): Promise<void> {
  for (const { id } of staged) {
    await deleteBlob(bucketOf(ctx), id);
    await staging.on(ctx.db).deleteOne({ _id: id });
  }
}

export interface NewMedia {
  /** Person id. */
  readonly owner: string;
  readonly name: string;
  /** What the channel says; the content decides. */
  readonly mime: string | null;
  readonly bytes: Uint8Array;
}

/** Keeps a file. Its type is told by its content, never by its name. @returns its record */
export async function keepMedia(ctx: StoreContext, { owner, name, bytes }: NewMedia): Promise<MediaRecord> {
  const mime = (await typeOf(bytes.subarray(0, HEAD))) ?? 'application/octet-stream';
  return adoptMedia(ctx, owner, await stageMedia(ctx, { name, mime }, [bytes]));
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
