// Small files of every kind that people send: of the type that their content shows, and another one each time.
import { randomUUID } from 'node:crypto';
import { samplePhoto } from '../telegram/index.ts';

/** As people know them: a round video and a voice message are recorded in Telegram alone. */
export const sampleKinds = ['photo', 'video', 'round-video', 'voice', 'document'] as const;
export type SampleKind = (typeof sampleKinds)[number];

export interface SampleFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mime: string;
}

/** The first box of an MP4 file. */
const MP4 = Buffer.from('000000186674797069736f6d0000020069736f6d6d703431', 'hex');
/** The first page of an Ogg stream, with the head of Opus in it. */
const OPUS = Buffer.concat([
  Buffer.from('4f676753000200000000000000000100000000000000000000000113', 'hex'),
  Buffer.from('OpusHead'),
]);

export const photoOf = (seed: number): SampleFile => ({
  bytes: samplePhoto(seed, 64, 48),
  name: 'photo.png',
  mime: 'image/png',
});

/** Photos are the same each time: what tells an album's apart is their seed. */
export function sampleFile(kind: SampleKind): SampleFile {
  switch (kind) {
    case 'photo':
      return photoOf(7);
    case 'video':
    case 'round-video':
      return { bytes: ended(MP4), name: 'video.mp4', mime: 'video/mp4' };
    case 'voice':
      return { bytes: ended(OPUS), name: 'voice.oga', mime: 'audio/ogg' };
    case 'document':
      return { bytes: ended(Buffer.from('%PDF-1.7\n%')), name: 'document.pdf', mime: 'application/pdf' };
  }
}

const ended = (head: Buffer): Buffer => Buffer.concat([head, Buffer.from(randomUUID())]);
