// A rendered message as Bot API calls: text, one file with a caption, or albums followed by the text with its buttons.
// Used by port.ts.
import { visibleLength } from '../../../locales/html.ts';
import type { RenderedButton, RenderedMedia, RenderedMessage } from '../../dialogue/port.ts';
import { isRecord } from './bot-api.ts';
import { type Call, type Payload, Upload } from './calls.ts';
import { NoAnswer } from './failures.ts';

/** Visible characters of a caption. */
export const CAPTION_LIMIT = 1024;
const ALBUM_LIMIT = 10;
const PHOTO_LIMIT = 10 * 1024 * 1024;

const METHODS: Readonly<Record<RenderedMedia['kind'], string>> = {
  photo: 'sendPhoto',
  video: 'sendVideo',
  document: 'sendDocument',
  voice: 'sendVoice',
};

/** @returns the id of the message that carries the text and the buttons */
export async function sendMessage(call: Call, chat: number, message: RenderedMessage): Promise<string> {
  const media = message.media.map(sendable);
  const [only] = media;
  if (!only) return sendText(call, chat, message);
  if (media.length === 1 && visibleLength(message.html) <= CAPTION_LIMIT) {
    return sendOne(call, chat, only, captionPayload(message));
  }
  let last = '';
  for (const group of albums(media)) last = await sendGroup(call, chat, group);
  return message.html === '' && message.buttons.length === 0 ? last : sendText(call, chat, message);
}

export const textPayload = (message: RenderedMessage): Payload => ({
  text: message.html,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
  ...markup(message),
});

export const captionPayload = (message: RenderedMessage): Payload => ({
  ...(message.html === '' ? {} : { caption: message.html, parse_mode: 'HTML' }),
  ...markup(message),
});

const sendText = async (call: Call, chat: number, message: RenderedMessage): Promise<string> =>
  messageId(await call('sendMessage', { chat_id: chat, ...textPayload(message) }));

async function sendOne(call: Call, chat: number, media: RenderedMedia, rest: Payload = {}): Promise<string> {
  const file = new Upload(media.bytes, fileName(media.name));
  const payload = { chat_id: chat, [media.kind]: file, ...rest };
  return messageId(await call(METHODS[media.kind], payload));
}

async function sendGroup(call: Call, chat: number, group: readonly RenderedMedia[]): Promise<string> {
  const [first] = group;
  if (first && group.length === 1) return sendOne(call, chat, first);
  const media = group.map(({ kind, bytes, name }) => ({
    type: kind,
    media: new Upload(bytes, fileName(name)),
  }));
  const sent = await call('sendMediaGroup', { chat_id: chat, media });
  return messageId(Array.isArray(sent) ? sent.at(-1) : undefined);
}

/** Photos and videos go together, documents among themselves, voices alone; ten at most. */
function albums(media: readonly RenderedMedia[]): readonly (readonly RenderedMedia[])[] {
  const visual = media.filter(({ kind }) => kind === 'photo' || kind === 'video');
  const documents = media.filter(({ kind }) => kind === 'document');
  const voices = media.filter(({ kind }) => kind === 'voice');
  return [...chunks(visual), ...chunks(documents), ...voices.map((voice) => [voice])];
}

function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / ALBUM_LIMIT);
  return Array.from({ length: count }, (_, at) => items.slice(at * ALBUM_LIMIT, (at + 1) * ALBUM_LIMIT));
}

/** Telegram takes photos up to 10 MB; larger ones go as documents. */
const sendable = (media: RenderedMedia): RenderedMedia =>
  media.kind === 'photo' && media.bytes.length > PHOTO_LIMIT ? { ...media, kind: 'document' } : media;

/** A name that cannot break out of a multipart header. */
const fileName = (name: string): string => name.replace(/[\p{Cc}"\\/;]/gu, '_') || 'file';

function markup({ buttons }: RenderedMessage): Payload {
  const rows = buttons.filter((row) => row.length > 0).map((row) => row.map(button));
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } };
}

function button(each: RenderedButton): Payload {
  if (!('url' in each)) return { text: each.label, callback_data: each.data };
  const { label, url, app } = each;
  return app ? { text: label, web_app: { url } } : { text: label, url };
}

/** Without an id nobody knows whether the message lies in the chat: as good as no answer. */
export function messageId(sent: unknown): string {
  if (isRecord(sent) && typeof sent.message_id === 'number') return String(sent.message_id);
  throw new NoAnswer('sending', new TypeError('Telegram told no message id'));
}
