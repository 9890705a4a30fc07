// What is kept of a person's chats, as they may take it with them: where their dialogue stands, what came in, and what a
// web chat shows. Reads only.
import { trusted } from 'mongoose';
import { chats } from './chats.ts';
import type { StoreContext } from './context.ts';
import { inboxEntries, inboxStates } from './inbox.ts';
import { messages } from './web-chat.ts';

/** @param most of what came in, and of messages: the newest */
export async function chatsRecord(ctx: StoreContext, keys: readonly string[], most: number) {
  const mine = trusted({ $in: [...keys] });
  const sessions = await chats
    .on(ctx.db)
    .find({ _id: mine } as never, { session: 1, at: 1 })
    .lean();
  const received = await inboxEntries
    .on(ctx.db)
    .find({ state: trusted({ $in: [...inboxStates] }), chat: mine } as never, {
      chat: 1,
      update: 1,
      state: 1,
      receivedAt: 1,
    })
    .sort({ receivedAt: -1 })
    .limit(most)
    .lean();
  const shown = await messages
    .on(ctx.db)
    .find({ chat: mine } as never, { chat: 1, from: 1, html: 1, media: 1, at: 1, removed: 1 })
    .sort({ at: -1 })
    .limit(most)
    .lean();
  return { dialogues: sessions, received, webMessages: shown };
}
