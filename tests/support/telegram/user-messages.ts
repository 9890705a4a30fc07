// Puts a person's message into the chat and sends the bot its update; used by user.ts.
import type { ChatMember, ChatMemberUpdated, Message } from 'grammy/types';
import type { BotAccount } from './bot-account.ts';
import { unixSeconds } from './clock.ts';
import type { Conversation } from './conversation.ts';
import { TEXT_LIMIT, withDetected } from './formatted-text.ts';
import type { VisibleMessage } from './visible-message.ts';
import type { World } from './world.ts';

/** Stores the message and pushes it as an update of the kind `message`. */
export function say(
  world: World,
  bot: BotAccount,
  conversation: Conversation,
  content: Partial<Message>,
): VisibleMessage {
  const message = {
    ...content,
    message_id: bot.nextMessageId(),
    from: conversation.person.profile,
    chat: conversation.chat,
    date: unixSeconds(world.now()),
  };
  const entry = conversation.add({ from: 'user', message });
  bot.push({ message });
  return entry.view;
}

/** Apps send a long text as several messages, each within Telegram's limit. */
export function pieces(text: string): string[] {
  const count = Math.max(1, Math.ceil(text.length / TEXT_LIMIT));
  return Array.from({ length: count }, (_, at) => text.slice(at * TEXT_LIMIT, (at + 1) * TEXT_LIMIT));
}

/** Text as a person types it: outer spaces go, commands and links become entities. */
export function typed(text: string): Partial<Message> {
  const trimmed = text.trim();
  if (trimmed === '') throw new Error('Telegram sends no empty message');
  const entities = withDetected({ text: trimmed, entities: [] });
  return { text: trimmed, ...(entities.length === 0 ? {} : { entities }) };
}

/** Changes the person's own text and pushes `edited_message`. */
export function rewrite(
  world: World,
  bot: BotAccount,
  conversation: Conversation,
  messageId: number,
  text: string,
): VisibleMessage {
  const entry = conversation.find(messageId);
  if (entry?.from !== 'user' || entry.deleted) throw new Error('Only own messages can be edited');
  const isText = entry.message.text !== undefined;
  const content = isText ? typed(text) : { caption: text };
  const { entities: _, ...old } = entry.message;
  const message = {
    ...{ ...old, ...content },
    from: conversation.person.profile,
    chat: conversation.chat,
    edit_date: unixSeconds(world.now()),
  };
  conversation.change(entry, { message, edits: entry.edits + 1 });
  conversation.lastAction = entry.view.revision;
  bot.push({ edited_message: message });
  return entry.view;
}

/** Blocks or unblocks the bot and pushes `my_chat_member`. */
export function setBlocked(
  world: World,
  bot: BotAccount,
  conversation: Conversation,
  blocked: boolean,
): void {
  if (conversation.blocked === blocked) return;
  conversation.blocked = blocked;
  const member: ChatMember = { user: bot.profile, status: 'member' };
  const kicked: ChatMember = { user: bot.profile, status: 'kicked', until_date: 0 };
  const change: ChatMemberUpdated = {
    chat: conversation.chat,
    from: conversation.person.profile,
    date: unixSeconds(world.now()),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  };
  bot.push({ my_chat_member: change });
  conversation.notify();
}
