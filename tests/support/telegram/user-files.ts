// The files people send: stored for the bot that receives them, as Telegram's message content.
import type { Message } from 'grammy/types';
import type { BotAccount } from './bot-account.ts';
import type { FileKind } from './file-store.ts';
import { imageSize } from './image-size.ts';
import { mediaContent } from './media-content.ts';
import { samplePhoto } from './sample-photo.ts';
import type { World } from './world.ts';

export interface SentFile {
  /** Content; something small, valid for photos and different each time, when absent. */
  readonly bytes?: Uint8Array;
  readonly caption?: string;
  readonly name?: string;
  readonly mime?: string;
  /** Seconds, of voice and video. */
  readonly duration?: number;
}

const DEFAULTS: Readonly<Record<FileKind, { readonly name: string; readonly mime: string }>> = {
  photo: { name: 'photo.jpg', mime: 'image/jpeg' },
  document: { name: 'document.txt', mime: 'text/plain' },
  video: { name: 'video.mp4', mime: 'video/mp4' },
  voice: { name: 'voice.oga', mime: 'audio/ogg' },
  audio: { name: 'track.mp3', mime: 'audio/mpeg' },
  video_note: { name: 'note.mp4', mime: 'video/mp4' },
  animation: { name: 'animation.mp4', mime: 'video/mp4' },
  sticker: { name: 'sticker.webp', mime: 'image/webp' },
};

let samples = 0;

/** Stores a file and returns the message content that carries it. */
export async function fileContent(
  world: World,
  bot: BotAccount,
  kind: FileKind,
  sent: SentFile,
): Promise<Partial<Message>> {
  samples += 1;
  const sample = kind === 'photo' ? samplePhoto(samples) : Buffer.from(`sample ${kind} ${samples}`);
  const bytes = sent.bytes === undefined ? sample : Buffer.from(sent.bytes);
  const file = {
    bytes,
    name: sent.name ?? DEFAULTS[kind].name,
    mime: sent.mime ?? DEFAULTS[kind].mime,
  };
  const caption = sent.caption === undefined ? {} : { caption: sent.caption };
  if (kind !== 'photo') {
    const stored = world.files.add(bot.id, kind, file);
    return { ...mediaContent(stored, { duration: sent.duration, emoji: '🙂' }), ...caption };
  }
  const pixels = await imageSize(bytes);
  if (!pixels) throw new Error('These bytes are no picture: Telegram would send them as a document');
  return { ...mediaContent(world.files.addPhoto(bot.id, file, pixels)), ...caption };
}
