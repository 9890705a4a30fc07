// What web chats show, looked through for an erasure: one chat's messages, or all that speak of somebody.
import { trusted } from 'mongoose';
import { AT_STAFF_DESK } from './chats.ts';
import type { StoreContext } from './context.ts';
import { messages, removeMessage, replaceMessage, type WebMessage } from './web-chat.ts';

/** Every message of a chat that still says something, oldest first. */
export const messagesOf = (ctx: StoreContext, chat: string): Promise<readonly WebMessage[]> =>
  messages.on(ctx.db).find({ chat, removed: false }).sort({ seq: 1 }).lean() as unknown as Promise<
    WebMessage[]
  >;

/** Removes every message of Qadam's that is known to speak of one of these: its parts cannot be told apart any more. */
export async function removeShownAbout(ctx: StoreContext, ids: readonly string[]): Promise<void> {
  await removeAll(ctx, { about: trusted({ $in: [...ids] }) });
}

/**
 * Removes what Qadam said at the desk of the staff before messages noted of whom they speak: any may name anybody. Found
 * by the index, and there are none from then on.
 */
export async function removeShownUnnoted(ctx: StoreContext): Promise<void> {
  await removeAll(ctx, { about: null, chat: trusted({ $regex: AT_STAFF_DESK }) });
}

async function removeAll(ctx: StoreContext, which: object): Promise<void> {
  const wanted = { ...which, from: 'qadam', removed: false };
  const found = messages.on(ctx.db).find(wanted as never, { chat: 1, seq: 1 });
  for await (const { chat, seq } of found.lean().cursor()) await removeMessage(ctx, chat, seq);
}

/** Takes files out of every message that shows them. */
export async function hideFiles(ctx: StoreContext, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  const found = await messages
    .on(ctx.db)
    .find({ 'media.id': trusted({ $in: [...ids] }) } as never)
    .lean();
  for (const { chat, seq, html, buttons, media } of found as unknown as WebMessage[]) {
    const kept = media.filter(({ id }) => !gone.has(id));
    await replaceMessage(ctx, chat, seq, { html, buttons, media: kept });
  }
}

/** Which of these files another person sent too, in a chat that is none of these. */
export async function sentElsewhere(
  ctx: StoreContext,
  ids: readonly string[],
  chats: readonly string[],
): Promise<ReadonlySet<string>> {
  const others = {
    from: 'person',
    chat: trusted({ $nin: [...chats] }),
    'media.id': trusted({ $in: [...ids] }),
  };
  const found = await messages
    .on(ctx.db)
    .find(others as never, { media: 1 })
    .lean();
  return new Set(found.flatMap((each) => each.media.map(({ id }) => id)));
}

/** Ids of the files that people sent in these chats. */
export async function filesSentIn(ctx: StoreContext, chats: readonly string[]): Promise<readonly string[]> {
  const sent = { from: 'person', chat: trusted({ $in: [...chats] }), 'media.0': trusted({ $exists: true }) };
  const found = await messages
    .on(ctx.db)
    .find(sent as never, { media: 1 })
    .lean();
  return [...new Set(found.flatMap((each) => each.media.map(({ id }) => id)))];
}
