// The files of one person: listed for their record, deleted with them.
import { trusted } from 'mongoose';
import type { StoreContext } from '../store/context.ts';
import { mediaDrafts } from './drafted.ts';
import { deleteKept, type MediaRecord, media } from './store.ts';

/** Oldest first. */
export const filesOf = (ctx: StoreContext, owner: string): Promise<readonly MediaRecord[]> =>
  media.on(ctx.db).find({ owner }).sort({ createdAt: 1, _id: 1 }).lean();

/** Contents that nobody but the person sent, as SHA-256. */
export async function contentsOnlyOf(ctx: StoreContext, owner: string): Promise<readonly string[]> {
  const own = (await filesOf(ctx, owner)).map((each) => each.sha256);
  const others = { owner: trusted({ $ne: owner }), sha256: trusted({ $in: own }) };
  const shared = new Set(await media.on(ctx.db).distinct('sha256', others as never));
  return own.filter((each) => !shared.has(each));
}

/** Deletes a person's files for good; what broke off is deleted by the next try, so the records go last. */
export async function deleteFilesOf(ctx: StoreContext, owner: string): Promise<void> {
  for (const { _id } of await filesOf(ctx, owner)) await deleteFile(ctx, _id);
}

/** Deletes one file for good, and the note of it where it lay in a draft. */
export async function deleteFile(ctx: StoreContext, id: string): Promise<void> {
  await deleteKept(ctx, id);
  await mediaDrafts.on(ctx.db).deleteOne({ _id: id });
}

/** Files that somebody kept about another become the other's: they are in their copy, and go with their data. */
export async function handOverFiles(
  ctx: StoreContext,
  ids: readonly string[],
  from: string,
  to: string,
): Promise<void> {
  const theirs = { _id: trusted({ $in: [...ids] }), owner: from };
  if (ids.length > 0) await media.on(ctx.db).updateMany(theirs as never, { $set: { owner: to } });
}
