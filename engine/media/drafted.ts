// Files of answers that are still being written: whoever throws their answers away leaves them behind. Each is noted with its chat
// when it comes, and struck off once a use-case took it; the purge deletes what no chat holds any more.
import { trusted } from 'mongoose';
import Type from 'typebox';
import { chats } from '../store/chats.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant } from '../store/model.ts';
import { deleteKept, keepMedia, type NewMedia } from './store.ts';

export const mediaDrafts = collection(
  'media_drafts',
  Type.Object({
    /** The file's id. */
    _id: Type.String(),
    /** In whose draft it may lie. */
    chat: Type.String(),
    at: Instant,
    /** A use-case is being handed it, or broke off: it may be in use, and is never deleted. */
    claimed: Type.Boolean(),
  }),
  [{ fields: { at: 1 } }],
);

/** Looked at in one run. */
const MOST = 200;

/** @returns the file's id */
export async function keepDrafted(ctx: StoreContext, chat: string, file: NewMedia): Promise<string> {
  const { _id } = await keepMedia(ctx, file);
  await mediaDrafts
    .on(ctx.db)
    .collection.insertOne({ _id, chat, at: ctx.clock.now(), claimed: false } as never);
  return _id;
}

/** Before a use-case is handed files. Ids of anything else change nothing. */
export async function claimDrafted(ctx: StoreContext, ids: readonly string[]): Promise<void> {
  await mediaDrafts.on(ctx.db).updateMany(among(ids), { $set: { claimed: true } });
}

/** After it. @param taken false where it was refused: they lie in the draft as before */
export async function settleDrafted(
  ctx: StoreContext,
  ids: readonly string[],
  taken: boolean,
): Promise<void> {
  if (taken) await mediaDrafts.on(ctx.db).deleteMany(among(ids));
  else await mediaDrafts.on(ctx.db).updateMany(among(ids), { $set: { claimed: false } });
}

/** Both, for a conversation: `taken` is null before. */
export const draftsHandedOver =
  (ctx: StoreContext) =>
  (ids: readonly string[], taken: boolean | null): Promise<void> =>
    taken === null ? claimDrafted(ctx, ids) : settleDrafted(ctx, ids, taken);

const among = (ids: readonly string[]) => ({ _id: trusted({ $in: [...ids] }) }) as never;

/** Files that were left behind. @returns how many were deleted */
export async function purgeDrafted(ctx: StoreContext, before: Date): Promise<number> {
  const old = await mediaDrafts
    .on(ctx.db)
    .find({ at: trusted({ $lt: before }) } as never)
    .sort({ at: 1 })
    .limit(MOST)
    .lean();
  let deleted = 0;
  for (const { _id, chat, claimed } of old) {
    if (claimed) await mediaDrafts.on(ctx.db).deleteOne({ _id });
    else if (await isHeld(ctx, chat, _id))
      await mediaDrafts.on(ctx.db).updateOne({ _id }, { $set: { at: ctx.clock.now() } });
    else deleted += Number(await deleteLeft(ctx, _id));
  }
  return deleted;
}

/** Whether the chat's dialogue, or one that was set aside, has it among its answers. */
async function isHeld(ctx: StoreContext, chat: string, id: string): Promise<boolean> {
  const found = await chats.raw(ctx.db).findOne({ _id: { $eq: chat } });
  return JSON.stringify(found?.session ?? null).includes(`"${id}"`);
}

/** The note first: whoever claims the file now finds none, and no turn holds it. */
async function deleteLeft(ctx: StoreContext, id: string): Promise<boolean> {
  const note = await mediaDrafts.on(ctx.db).deleteOne({ _id: id, claimed: false });
  if (note.deletedCount === 0) return false;
  await deleteKept(ctx, id);
  return true;
}
