// What web chats show, looked through for an erasure: one chat's messages, or all that hold certain words.
import { trusted } from 'mongoose';
import type { StoreContext } from './context.ts';
import { readsAll } from './indexes.ts';
import { messages, replaceMessage, type WebMessage } from './web-chat.ts';

/** Every message of a chat that still says something, oldest first. */
export const messagesOf = (ctx: StoreContext, chat: string): Promise<readonly WebMessage[]> =>
  messages.on(ctx.db).find({ chat, removed: false }).sort({ seq: 1 }).lean() as unknown as Promise<
    WebMessage[]
  >;

/** More rows of buttons than any message has. */
const ROWS = Array.from({ length: 12 }, (_, row) => `buttons.${row}.label`);

/** Puts something in the place of words, in text and buttons of every message that holds them. */
export async function replaceShown(ctx: StoreContext, words: RegExp, inPlace: string): Promise<void> {
  const holds = trusted({ $regex: words.source });
  // No index knows the words of messages.
  const anywhere = { ...readsAll, $or: ['html', ...ROWS].map((path) => ({ [path]: holds })) };
  const found = messages.on(ctx.db).collection.find(anywhere as never);
  for await (const each of found) {
    const { chat, seq, html, buttons, media } = each as unknown as WebMessage;
    const plain = (text: string) => text.replace(words, inPlace);
    const labelled = buttons.map((row) => row.map((one) => ({ ...one, label: plain(one.label) })));
    await replaceMessage(ctx, chat, seq, { html: plain(html), buttons: labelled, media });
  }
}

/** Takes files out of every message that shows them. */
export async function hideFiles(ctx: StoreContext, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  const found = await messages
    .on(ctx.db)
    .find({ 'media.id': trusted({ $in: [...ids] }) } as never)
    .lean();
  for (const { chat, seq, html, buttons, media } of found as unknown as WebMessage[])
    await replaceMessage(ctx, chat, seq, { html, buttons, media: media.filter(({ id }) => !gone.has(id)) });
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
