// What a person sees of one message: an immutable picture of it, made anew after every change.
import type { InlineKeyboardButton, Message, MessageEntity } from 'grammy/types';
import type { FileKind } from './file-store.ts';
import type { ReplyMarkup } from './keyboards.ts';

export type MessageKind = 'text' | FileKind | 'contact' | 'location' | 'other';

export interface VisibleButton {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
  readonly webApp?: string;
}

/** One message in a chat as it looked at one moment. Later edits make a new picture with a higher `revision`. */
export interface VisibleMessage {
  readonly id: number;
  readonly from: 'bot' | 'user';
  readonly kind: MessageKind;
  /** Text or caption, tags removed; '' when there is none. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** What the bot wrote before parsing, HTML included. */
  readonly source?: string;
  readonly buttons: readonly (readonly VisibleButton[])[];
  readonly replyKeyboard?: readonly (readonly string[])[];
  readonly edits: number;
  readonly deleted: boolean;
  /** Grows with every event in the chat: compare two to know which came later. */
  readonly revision: number;
  /** The message as the Bot API shows it. */
  readonly message: Message;
}

/** A stored message; `view` is replaced, never changed. */
export interface Entry {
  readonly from: 'bot' | 'user';
  message: Message;
  source?: string;
  markup?: ReplyMarkup;
  edits: number;
  deleted: boolean;
  view: VisibleMessage;
}

export function pictureOf(entry: Omit<Entry, 'view'>, revision: number): VisibleMessage {
  const { message, markup } = entry;
  const keyboard = markup && 'keyboard' in markup ? markup.keyboard : undefined;
  return {
    id: message.message_id,
    from: entry.from,
    kind: kindOf(message),
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    ...(entry.source === undefined ? {} : { source: entry.source }),
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(visibleButton)),
    ...(keyboard === undefined ? {} : { replyKeyboard: keyboard.map((row) => row.map(labelOf)) }),
    edits: entry.edits,
    deleted: entry.deleted,
    revision,
    message,
  };
}

const MEDIA = [
  'photo',
  'animation',
  'document',
  'video',
  'voice',
  'audio',
  'video_note',
  'sticker',
  'contact',
  'location',
] as const;

function kindOf(message: Message): MessageKind {
  if (message.text !== undefined) return 'text';
  return MEDIA.find((kind) => message[kind] !== undefined) ?? 'other';
}

function visibleButton(button: InlineKeyboardButton): VisibleButton {
  if ('callback_data' in button) return { text: button.text, data: button.callback_data };
  if ('url' in button) return { text: button.text, url: button.url };
  if ('web_app' in button) return { text: button.text, webApp: button.web_app.url };
  return { text: button.text };
}

export const labelOf = (button: string | { text: string }): string =>
  typeof button === 'string' ? button : button.text;
