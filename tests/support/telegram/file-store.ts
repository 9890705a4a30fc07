// Contents of every file in memory: file_id is a bot's own handle, file_unique_id the same content for everyone.
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { PhotoSize } from 'grammy/types';
import type { PixelSize } from './image-size.ts';

export type FileKind =
  | 'photo'
  | 'document'
  | 'video'
  | 'voice'
  | 'audio'
  | 'video_note'
  | 'animation'
  | 'sticker';

export interface StoredFile {
  readonly id: string;
  readonly uniqueId: string;
  readonly kind: FileKind;
  readonly botId: number;
  readonly bytes: Buffer;
  readonly path: string;
  readonly name: string;
  readonly mime: string;
  /** Of a photo: all its sizes, the original last. */
  readonly sizes?: readonly PhotoSize[];
}

export interface NewFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mime: string;
}

const FOLDERS: Readonly<Record<FileKind, string>> = {
  photo: 'photos',
  document: 'documents',
  video: 'videos',
  voice: 'voice',
  audio: 'music',
  video_note: 'video_notes',
  animation: 'animations',
  sticker: 'stickers',
};
const PHOTO_SIDES = [90, 320, 800, 1280];

export class FileStore {
  readonly #byId = new Map<string, StoredFile>();
  readonly #byPath = new Map<string, StoredFile>();
  #count = 0;

  add(botId: number, kind: FileKind, file: NewFile): StoredFile {
    return this.#keep(botId, kind, file, hash(file.bytes));
  }

  /** Smaller sizes have ids of their own; their content is the original's, since nothing here scales pictures. */
  addPhoto(botId: number, file: NewFile, pixels: PixelSize): StoredFile {
    const longest = Math.max(pixels.width, pixels.height);
    const sides = [...PHOTO_SIDES.filter((side) => side < longest), longest];
    const uniqueId = hash(file.bytes);
    const sizes: PhotoSize[] = [];
    let original: StoredFile | undefined;
    for (const side of sides) {
      const scaled = side === longest ? uniqueId : hash(Buffer.from(`${uniqueId}/${side}`));
      original = this.#keep(botId, 'photo', file, scaled, sizes);
      sizes.push({
        file_id: original.id,
        file_unique_id: scaled,
        width: Math.max(1, Math.round((pixels.width * side) / longest)),
        height: Math.max(1, Math.round((pixels.height * side) / longest)),
        file_size: file.bytes.length,
      });
    }
    return original ?? this.#keep(botId, 'photo', file, uniqueId, sizes);
  }

  /** A file_id works only for the bot it was given to. */
  byId(botId: number, id: string): StoredFile | undefined {
    const file = this.#byId.get(id);
    return file?.botId === botId ? file : undefined;
  }

  byPath(botId: number, path: string): StoredFile | undefined {
    return this.#byPath.get(`${botId}/${path}`);
  }

  #keep(
    botId: number,
    kind: FileKind,
    file: NewFile,
    uniqueId: string,
    sizes?: readonly PhotoSize[],
  ): StoredFile {
    const number = this.#count++;
    const extension = extname(file.name) || (kind === 'photo' ? '.jpg' : '');
    const path = `${FOLDERS[kind]}/file_${number}${extension}`;
    const id = `${kind}-${botId}-${number}-${uniqueId}`;
    const stored: StoredFile = {
      ...{ id, uniqueId, kind, botId, path },
      ...{ bytes: file.bytes, name: file.name, mime: file.mime },
      ...(sizes === undefined ? {} : { sizes }),
    };
    this.#byId.set(id, stored);
    this.#byPath.set(`${botId}/${path}`, stored);
    return stored;
  }
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 20);
