// Removes what chats leave behind when their person is erased: sessions, updates, messages, places in line. That there was
// an update or a message stays, so that nothing is handled twice and no page loses its place; what it said does not.
// Called by the erasure only; every part is idempotent.
import { trusted } from 'mongoose';
import { chats } from './chats.ts';
import type { StoreContext } from './context.ts';
import { inboxEntries } from './inbox.ts';
import { removeMessage } from './web-chat.ts';
import { messagesOf } from './web-shown.ts';

/** In place of the chat of an update that is kept only so as to be known again. */
const NOBODY = 'erased';

export async function eraseChats(ctx: StoreContext, keys: readonly string[]): Promise<void> {
  const mine = trusted({ $in: [...keys] });
  const ended = { chat: mine, state: trusted({ $in: ['done', 'dead'] }) };
  await inboxEntries.on(ctx.db).updateMany(ended as never, { $set: { update: {}, chat: NOBODY } });
  await chats.on(ctx.db).deleteMany({ _id: mine } as never);
  for (const chat of keys) {
    for (const { seq } of await messagesOf(ctx, chat)) await removeMessage(ctx, chat, seq);
  }
}
