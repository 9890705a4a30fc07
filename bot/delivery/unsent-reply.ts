// Makes a delivery of an answer that the receiver of a chat could not send: the worker goes on trying.
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { insertDelivery } from '../../engine/notify/insert.ts';
import { personOfChat } from '../../engine/people/reach.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { Reply } from '../dialogue/session.ts';

/**
 * @param key unique to the reply (the update's id and the reply's place in its turn): a repeat adds nothing
 * @param language what a reader whom nobody knows yet is spoken to in; a known one has their own
 */
export async function unsentReply(
  ctx: StoreContext,
  address: ChatAddress,
  reply: Reply,
  key: string,
  language: Language = 'kk',
): Promise<void> {
  const chat = chatKey(address);
  const person = (await personOfChat(ctx, chat))?._id ?? null;
  const { message, tag, step } = reply;
  const { desk } = address;
  await insertDelivery(ctx, `reply/${key}`, {
    kind: 'reply',
    person,
    desk,
    chat,
    message,
    tag,
    step,
    language,
  });
  ctx.nudge();
}
