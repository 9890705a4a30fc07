// The media part of a message as the Bot API shows it, for files sent by bots and by people alike.
import type { Message } from 'grammy/types';
import type { StoredFile } from './file-store.ts';

export interface MediaDetails {
  readonly duration?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly title?: string | undefined;
  readonly performer?: string | undefined;
  readonly emoji?: string | undefined;
}

export function mediaContent(file: StoredFile, details: MediaDetails = {}): Partial<Message> {
  const handle = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length };
  const named = { ...handle, file_name: file.name, mime_type: file.mime };
  const duration = details.duration ?? 0;
  const frame = { width: details.width ?? 640, height: details.height ?? 360 };
  switch (file.kind) {
    case 'photo':
      return { photo: [...(file.sizes ?? [])] };
    case 'document':
      return { document: named };
    case 'video':
      return { video: { ...named, ...frame, duration } };
    case 'animation':
      // Telegram repeats an animation as a document for older clients.
      return { animation: { ...named, ...frame, duration }, document: named };
    case 'voice':
      return { voice: { ...handle, mime_type: file.mime, duration } };
    case 'audio':
      return { audio: { ...named, duration, ...titled(details) } };
    case 'video_note':
      return { video_note: { ...handle, length: 240, duration } };
    case 'sticker':
      return { sticker: { ...handle, ...STICKER_SHAPE, ...(details.emoji ? { emoji: details.emoji } : {}) } };
  }
}

const STICKER_SHAPE = {
  type: 'regular',
  width: 512,
  height: 512,
  is_animated: false,
  is_video: false,
} as const;

const titled = ({ title, performer }: MediaDetails) => ({
  ...(title === undefined ? {} : { title }),
  ...(performer === undefined ? {} : { performer }),
});
