// sendPhoto, sendDocument, sendVideo, sendVoice and their kin, and getFile.
import type { File, Message } from 'grammy/types';
import { badRequest } from '../failure.ts';
import type { FileKind } from '../file-store.ts';
import { caption, type SentText } from '../formatted-text.ts';
import { replyMarkup } from '../keyboards.ts';
import { mediaContent } from '../media-content.ts';
import { fileOf } from './incoming-file.ts';
import { CAPTION_PARAMS, type Method, type MethodContext, SEND_PARAMS } from './method.ts';
import { countRates, post } from './sending.ts';
import { target } from './target.ts';

const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

function send(kind: FileKind, params: readonly string[]): Method {
  const captioned = kind !== 'sticker' && kind !== 'video_note';
  return {
    params: [...SEND_PARAMS, kind, ...params, ...(captioned ? CAPTION_PARAMS : [])],
    run: (context) => sendFile(context, kind, captioned),
  };
}

async function sendFile(context: MethodContext, kind: FileKind, captioned: boolean): Promise<Message> {
  const { params } = context;
  const words = captioned ? caption(params) : undefined;
  const markup = replyMarkup(params, context.warn);
  const file = await fileOf(context, kind, kind);
  const conversation = target(context);
  countRates(context, conversation);
  const details = {
    duration: params.integer('duration'),
    width: params.integer('width'),
    height: params.integer('height'),
    title: params.text('title'),
    performer: params.text('performer'),
    emoji: params.text('emoji'),
  };
  const content = { ...mediaContent(file, details), ...captionContent(words) };
  return post(context, conversation, { content, source: words?.source, markup });
}

export function captionContent(words: SentText | undefined): Partial<Message> {
  if (!words) return {};
  const entities = words.entities.length === 0 ? {} : { caption_entities: [...words.entities] };
  return { caption: words.text, ...entities };
}

function getFile({ world, bot, params }: MethodContext): File {
  const id = params.text('file_id');
  if (id === undefined || id === '') throw badRequest('file_id not specified');
  const file = world.files.byId(bot.id, id);
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.bytes.length > DOWNLOAD_LIMIT) throw badRequest('file is too big');
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: file.path,
  };
}

const MOVING = ['duration', 'width', 'height', 'thumbnail', 'has_spoiler'];

export const mediaMethods: Readonly<Record<string, Method>> = {
  sendPhoto: send('photo', ['has_spoiler']),
  sendDocument: send('document', ['thumbnail', 'disable_content_type_detection']),
  sendVideo: send('video', [...MOVING, 'supports_streaming', 'cover', 'start_timestamp']),
  sendAnimation: send('animation', MOVING),
  sendVoice: send('voice', ['duration']),
  sendAudio: send('audio', ['duration', 'performer', 'title', 'thumbnail']),
  sendVideoNote: send('video_note', ['duration', 'length', 'thumbnail']),
  sendSticker: send('sticker', ['emoji']),
  getFile: { params: ['file_id'], run: getFile },
};
