// Finds the chat, and the message, a call is about; refuses with Telegram's 400 and 403 where a bot may not write.
import type { Conversation } from '../conversation.ts';
import { badRequest, forbidden } from '../failure.ts';
import type { Entry } from '../visible-message.ts';
import type { MethodContext } from './method.ts';

/** The chat a bot writes to. */
export function target(context: MethodContext): Conversation {
  const conversation = knownChat(context);
  if (conversation.person.deactivated) throw forbidden('user is deactivated');
  if (!conversation.started) throw forbidden("bot can't initiate conversation with a user");
  if (conversation.blocked) throw forbidden('bot was blocked by the user');
  return conversation;
}

/** The chat a bot asks about, whether or not it may write there. */
export function knownChat({ world, bot, params }: MethodContext): Conversation {
  const chatId = params.text('chat_id');
  if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty');
  const id = Number(chatId);
  if ([...world.bots.values()].some((other) => other.id === id)) {
    throw forbidden("bot can't send messages to bots");
  }
  const person = world.people.get(id);
  if (!person) throw badRequest('chat not found');
  return bot.conversation(person);
}

export function messageId({ params }: MethodContext): number {
  const id = params.integer('message_id');
  if (id === undefined) throw badRequest('message identifier is not specified');
  return id;
}

/** A message the bot may edit: its own, not deleted, without a reply keyboard. */
export function editable(context: MethodContext): { conversation: Conversation; entry: Entry } {
  if (context.params.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID');
  const conversation = target(context);
  const entry = conversation.find(messageId(context));
  if (!entry || entry.deleted) throw badRequest('message to edit not found');
  const hasOtherKeyboard = entry.markup && !('inline_keyboard' in entry.markup);
  if (entry.from !== 'bot' || hasOtherKeyboard) throw badRequest("message can't be edited");
  return { conversation, entry };
}
