// A rendered message as Bot API calls: text, one file with a caption, or albums followed by the text with its buttons.
// Used by port.ts.
import { visibleLength } from '../../../locales/html.ts';
import type { RenderedButton, RenderedMessage } from '../../dialogue/port.ts';
import type { Call, Payload } from './calls.ts';
import { inOrder, messageId, sendFile, sendFiles } from './media-calls.ts';

/** Visible characters of a caption. */
export const CAPTION_LIMIT = 1024;

/** How far a send has come, so that the next try does not show the same files again. */
export interface Progress {
  /** Files of the message that lie in the chat. */
  shown: number;
}

export const fitsCaption = ({ html }: RenderedMessage): boolean => visibleLength(html) <= CAPTION_LIMIT;

/** @returns the id of the message that carries the text and the buttons */
export async function sendMessage(
  call: Call,
  chat: number,
  message: RenderedMessage,
  progress: Progress,
): Promise<string> {
  const before = progress.shown;
  const waiting = inOrder(message.media).slice(before);
  const [only] = waiting;
  if (only && message.media.length === 1 && fitsCaption(message)) {
    return (await sendFile(call, chat, only, captionPayload(message))) ?? sendText(call, chat, message);
  }
  const last = await sendFiles(call, chat, waiting, (files) => {
    progress.shown = before + files;
  });
  const isSaid = last !== null && message.html === '' && message.buttons.length === 0;
  return isSaid ? last : sendText(call, chat, message);
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

function markup({ buttons }: RenderedMessage): Payload {
  const rows = buttons.filter((row) => row.length > 0).map((row) => row.map(button));
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } };
}

function button(each: RenderedButton): Payload {
  if (!('url' in each)) return { text: each.label, callback_data: each.data };
  const { label, url, app } = each;
  return app ? { text: label, web_app: { url } } : { text: label, url };
}
