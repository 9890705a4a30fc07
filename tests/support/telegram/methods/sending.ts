// Puts a bot's message into a chat; shared by all send methods.
import type { Message } from 'grammy/types';
import { unixSeconds } from '../clock.ts';
import type { Conversation } from '../conversation.ts';
import { badRequest } from '../failure.ts';
import type { ReplyMarkup } from '../keyboards.ts';
import type { MethodContext } from './method.ts';

export interface Outgoing {
  readonly content: Partial<Message>;
  readonly source?: string | undefined;
  readonly markup?: ReplyMarkup | undefined;
}

/** Stores one message and returns it as Telegram does. Rates are counted by the caller. */
export function post(context: MethodContext, conversation: Conversation, outgoing: Outgoing): Message {
  const { bot, world, params } = context;
  const { content, source, markup } = outgoing;
  const message: Message = {
    message_id: bot.nextMessageId(),
    from: bot.profile,
    chat: conversation.chat,
    date: unixSeconds(world.now()),
    ...content,
    ...repliedTo(context, conversation),
    ...(markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {}),
    ...(params.flag('protect_content') ? { has_protected_content: true } : {}),
  };
  return conversation.add({ from: 'bot', message, source, markup }).message;
}

/** Checks the flood limits for so many messages to this chat. */
export function countRates({ world, bot }: MethodContext, conversation: Conversation, messages = 1): void {
  world.rates.check(bot.id, String(conversation.chat.id), messages);
}

function repliedTo({ params }: MethodContext, conversation: Conversation): Partial<Message> {
  const wanted = params.object('reply_parameters');
  if (!wanted) return {};
  const entry = conversation.find(Number(wanted.message_id));
  if (!entry || entry.deleted) {
    if (wanted.allow_sending_without_reply === true) return {};
    throw badRequest('message to be replied not found');
  }
  return { reply_to_message: withoutReply(entry.message) };
}

/** Telegram shows one level of replies; the library's type for that allows no value under exact optional properties. */
function withoutReply(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...original } = message;
  return original as NonNullable<Message['reply_to_message']>;
}
