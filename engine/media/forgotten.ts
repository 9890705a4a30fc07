// Files that nothing refers to: streamed in and never shown in a chat, or staged by a request that broke off. Looked for by the purge job, a few at a time; what is in use is not looked at again for as long.
import { trusted } from 'mongoose';
import { deleteBlob } from '../store/blobs.ts';
import type { StoreContext } from '../store/context.ts';
import { messages } from '../store/web-chat.ts';
import { deleteForgotten, keepLonger, webFilesBefore } from '../store/web-files.ts';
import { bucketOf, media, staging } from './store.ts';

/** Files of each kind in one run. */
const MOST = 200;

/** Web files that no message shows. @returns how many were deleted */
export async function purgeWebFiles(ctx: StoreContext, before: Date): Promise<number> {
  const old = await webFilesBefore(ctx, before, MOST);
  if (old.length === 0) return 0;
  const shown = await messages
    .on(ctx.db)
    .find({ 'media.id': trusted({ $in: [...old] }) } as never, { media: 1 })
    .lean();
  const used = new Set(shown.flatMap((each) => each.media.map(({ id }) => id)));
  await keepLonger(ctx, [...used]);
  let deleted = 0;
  for (const id of old) if (!used.has(id)) deleted += Number(await deleteForgotten(ctx, id, before));
  return deleted;
}

/** Bytes that never became anybody's. @returns how many were deleted */
export async function purgeStaged(ctx: StoreContext, before: Date): Promise<number> {
  const old = await staging
    .on(ctx.db)
    .find({ at: trusted({ $lt: before }) } as never, { _id: 1 })
    .limit(MOST)
    .lean();
  let deleted = 0;
  for (const { _id } of old) {
    const isOwned = (await media.on(ctx.db).exists({ _id })) !== null;
    if (!isOwned) await deleteBlob(bucketOf(ctx), _id);
    await staging.on(ctx.db).deleteOne({ _id });
    deleted += Number(!isOwned);
  }
  return deleted;
}
