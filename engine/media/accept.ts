// Whether a file that somebody sends may be taken: told by its content, never by its name or what a channel says.
// A picture's size is read from its header and refused before anything decodes it. Used wherever files come in:
// secure forms, the web chat, and what Telegram's people send.
import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { ok, type Result, refused } from '../kernel/result.ts';

export const MEGABYTE = 1024 ** 2;
/** What Telegram lets a bot fetch, and no more from anywhere else. */
export const LARGEST_FILE = 20 * MEGABYTE;
/** Pixels of a picture: above the cameras of telephones, below what would take half a gigabyte to decode. */
export const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 20_000;
const LONGEST_NAME = 120;

/** What is taken, by the type that the content shows. Old Word and Excel files are `x-cfb`. */
export const acceptedTypes = {
  /** Papers: what a secure form takes. */
  documents: [/^application\/pdf$/, /^image\/(jpeg|png|webp|heic|heif)$/],
  /** Anything that a chat can show or hand on. */
  chat: [
    /^image\/(jpeg|png|webp|gif|heic|heif)$/,
    /^video\/(mp4|quicktime|webm)$/,
    /^audio\/(ogg|mpeg|mp4|x-m4a)$/,
    /^application\/(pdf|x-cfb|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet))$/,
  ],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

export interface OfferedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface AcceptedFile {
  readonly name: string;
  readonly mime: string;
}

/** Refused as `common.file-empty`, `-too-large`, `-type` or `-pixels`, each with the file's name. */
export async function acceptFile(
  { name: given, bytes }: OfferedFile,
  types: readonly RegExp[],
): Promise<Result<AcceptedFile>> {
  const name = cleanName(given);
  if (bytes.byteLength === 0) return refused('common.file-empty', { name });
  if (bytes.byteLength > LARGEST_FILE)
    return refused('common.file-too-large', { name, megabytes: LARGEST_FILE / MEGABYTE });
  const mime = await typeOf(bytes);
  if (mime === null || !types.some((each) => each.test(mime))) return refused('common.file-type', { name });
  const isPicture = mime.startsWith('image/');
  if (isPicture && !hasBearableSize(bytes))
    return refused('common.file-pixels', { name, megapixels: MOST_PIXELS / 1_000_000 });
  return ok({ name, mime });
}

/** Without parameters; null where the content is of no known type. */
async function typeOf(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime.split(';')[0] ?? null;
  } catch {
    return null;
  }
}

/** A picture that does not say how large it is counts as too large. */
function hasBearableSize(bytes: Uint8Array): boolean {
  try {
    const found = imageSize(bytes);
    const sizes = [found, ...(found.images ?? [])];
    return sizes.every(
      ({ width, height }) =>
        width > 0 && height > 0 && Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS,
    );
  } catch {
    return false;
  }
}

/** The last part of a path, without anything that shows as nothing or turns the text round, of a length to show. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || 'file';
}
