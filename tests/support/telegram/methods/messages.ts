// sendMessage, sendChatAction, deleteMessage, deleteMessages.
import type { Message } from 'grammy/types';
import { unixSeconds } from '../clock.ts';
import { badRequest } from '../failure.ts';
import { messageText } from '../formatted-text.ts';
import { replyMarkup } from '../keyboards.ts';
import { type Method, type MethodContext, SEND_PARAMS } from './method.ts';
import { countRates, post } from './sending.ts';
import { messageId, target } from './target.ts';

const DELETABLE_SECONDS = 48 * 3600;
const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

function sendMessage(context: MethodContext): Message {
  const { text, entities, source } = messageText(context.params);
  const markup = replyMarkup(context.params, context.warn);
  const conversation = target(context);
  countRates(context, conversation);
  const content = { text, ...(entities.length === 0 ? {} : { entities: [...entities] }) };
  return post(context, conversation, { content, source, markup });
}

function sendChatAction(context: MethodContext): true {
  const action = context.params.text('action');
  if (action === undefined || !ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
  const conversation = target(context);
  conversation.actions.push(action);
  return true;
}

function deleteMessage(context: MethodContext): true {
  const conversation = target(context);
  const entry = conversation.find(messageId(context));
  if (!entry || entry.deleted) throw badRequest('message to delete not found');
  const age = unixSeconds(context.world.now()) - entry.message.date;
  if (age > DELETABLE_SECONDS) throw badRequest("message can't be deleted for everyone");
  conversation.change(entry, { deleted: true });
  return true;
}

/** Unlike deleteMessage, skips what is not there. */
function deleteMessages(context: MethodContext): true {
  const ids = context.params.list('message_ids');
  if (!ids || ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  const conversation = target(context);
  for (const id of ids) {
    const entry = conversation.find(Number(id));
    if (entry && !entry.deleted) conversation.change(entry, { deleted: true });
  }
  return true;
}

export const messageMethods: Readonly<Record<string, Method>> = {
  sendMessage: {
    params: [...SEND_PARAMS, 'text', 'parse_mode', 'entities', 'link_preview_options'],
    run: sendMessage,
  },
  sendChatAction: {
    params: ['business_connection_id', 'chat_id', 'message_thread_id', 'action'],
    run: sendChatAction,
  },
  deleteMessages: { params: ['chat_id', 'message_ids'], run: deleteMessages },
  deleteMessage: { params: ['chat_id', 'message_id'], run: deleteMessage },
};
