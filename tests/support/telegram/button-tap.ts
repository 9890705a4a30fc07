// Finding an inline button and tapping it, on the present message or on an old picture of one; used by user.ts.
import { randomUUID } from 'node:crypto';
import type { MaybeInaccessibleMessage } from 'grammy/types';
import type { BotAccount } from './bot-account.ts';
import type { Conversation } from './conversation.ts';
import type { VisibleButton, VisibleMessage } from './visible-message.ts';

/** Which button is meant: its whole text, a pattern, or a test of text and data. */
export type ButtonWish = string | RegExp | ((button: VisibleButton, message: VisibleMessage) => boolean);

export interface FoundButton {
  readonly message: VisibleMessage;
  readonly button: VisibleButton;
}

export function buttonIn(message: VisibleMessage, wish: ButtonWish): FoundButton | undefined {
  const button = message.buttons.flat().find((candidate) => {
    if (typeof wish === 'string') return candidate.text === wish;
    return wish instanceof RegExp ? wish.test(candidate.text) : wish(candidate, message);
  });
  return button === undefined ? undefined : { message, button };
}

/** The button in the newest message that is still there. */
export function newestWith(conversation: Conversation, wish: ButtonWish): FoundButton | undefined {
  for (const message of conversation.history().reverse()) {
    const found = message.deleted ? undefined : buttonIn(message, wish);
    if (found) return found;
  }
  return undefined;
}

/** Pushes the callback query, with the message as it is now, and returns the query's id. */
export function pressTap(
  bot: BotAccount,
  conversation: Conversation,
  { message, button }: FoundButton,
): string {
  if (button.data === undefined)
    throw new Error(`The button "${button.text}" opens a link; it sends the bot nothing`);
  const id = randomUUID();
  conversation.lastAction = conversation.touch();
  bot.push({
    callback_query: {
      id,
      from: conversation.person.profile,
      message: asItIsNow(conversation, message.id),
      chat_instance: `${bot.id}${conversation.chat.id}`,
      data: button.data,
    },
  });
  return id;
}

/** A deleted message comes without content and dated 0, as Telegram shows what a bot can no longer see. */
function asItIsNow(conversation: Conversation, messageId: number): MaybeInaccessibleMessage {
  const entry = conversation.find(messageId);
  if (entry && !entry.deleted) return entry.message;
  return { chat: conversation.chat, message_id: messageId, date: 0 };
}
