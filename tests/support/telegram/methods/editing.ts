// editMessageText, editMessageCaption, editMessageReplyMarkup.
import { isDeepStrictEqual } from 'node:util';
import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { unixSeconds } from '../clock.ts';
import { badRequest } from '../failure.ts';
import { caption, messageText, type SentText } from '../formatted-text.ts';
import { inlineMarkup } from '../keyboards.ts';
import { CAPTION_PARAMS, type Method, type MethodContext } from './method.ts';
import { countRates } from './sending.ts';
import { editable } from './target.ts';

type Content = Pick<Message, 'text' | 'entities' | 'caption' | 'caption_entities'>;

const EDIT_PARAMS = [
  'business_connection_id',
  'chat_id',
  'message_id',
  'inline_message_id',
  'reply_markup',
] as const;

function editMessageText(context: MethodContext): Message {
  const sent = messageText(context.params);
  return edit(context, sent, (message) => {
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    return { text: sent.text, ...(sent.entities.length === 0 ? {} : { entities: [...sent.entities] }) };
  });
}

function editMessageCaption(context: MethodContext): Message {
  const sent = caption(context.params);
  return edit(context, sent, (message) => {
    const hasMedia = message.photo ?? message.document ?? message.video ?? message.voice ?? message.audio;
    if (!hasMedia) throw badRequest('there is no caption in the message to edit');
    if (!sent) return {};
    const entities = sent.entities.length === 0 ? {} : { caption_entities: [...sent.entities] };
    return { caption: sent.text, ...entities };
  });
}

function editMessageReplyMarkup(context: MethodContext): Message {
  return edit(context, undefined, (message) => contentOf(message));
}

function edit(
  context: MethodContext,
  sent: SentText | undefined,
  newContent: (message: Message) => Content,
): Message {
  const markup = inlineMarkup(context.params, context.warn);
  const { conversation, entry } = editable(context);
  const content = newContent(entry.message);
  if (isSame(entry.message, content, markup)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  countRates(context, conversation);
  const {
    text: _t,
    entities: _e,
    caption: _c,
    caption_entities: _ce,
    reply_markup: _m,
    ...rest
  } = entry.message;
  const message: Message = {
    ...rest,
    ...content,
    edit_date: unixSeconds(context.world.now()),
    ...(markup === undefined ? {} : { reply_markup: markup }),
  };
  const source = sent === undefined ? {} : { source: sent.source };
  conversation.change(entry, { message, edits: entry.edits + 1, ...source });
  return message;
}

function isSame(message: Message, content: Content, markup: InlineKeyboardMarkup | undefined): boolean {
  return isDeepStrictEqual(contentOf(message), content) && isDeepStrictEqual(message.reply_markup, markup);
}

function contentOf({ text, entities, caption: words, caption_entities }: Message): Content {
  return {
    ...(text === undefined ? {} : { text }),
    ...(entities === undefined ? {} : { entities }),
    ...(words === undefined ? {} : { caption: words }),
    ...(caption_entities === undefined ? {} : { caption_entities }),
  };
}

export const editingMethods: Readonly<Record<string, Method>> = {
  editMessageText: {
    params: [...EDIT_PARAMS, 'text', 'parse_mode', 'entities', 'link_preview_options'],
    run: editMessageText,
  },
  editMessageCaption: { params: [...EDIT_PARAMS, ...CAPTION_PARAMS], run: editMessageCaption },
  editMessageReplyMarkup: { params: EDIT_PARAMS, run: editMessageReplyMarkup },
};
