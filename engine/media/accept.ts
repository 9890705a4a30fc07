// Whether a file that somebody sends may be taken: told by its content, never by its name or what a channel says.
// Only its beginning is looked at, whatever its length; a picture's size is read from its header before anything
// decodes it. Used wherever files come in: secure forms, the web chat, and what Telegram's people send.
import { fileTypeFromBuffer } from 'file-type';
import { ok, type Result, refused } from '../kernel/result.ts';
import { isHeif, type PictureSize, pictureSizes } from './picture-size.ts';

export const MEGABYTE = 1024 ** 2;
/** What Telegram lets a bot fetch, and no more from anywhere else. */
export const LARGEST_FILE = 20 * MEGABYTE;
/** Pixels of a picture: above the cameras of telephones, below what would take half a gigabyte to decode. */
export const MOST_PIXELS = 64_000_000;
/** Of one that is converted here, which takes eight times as many bytes: above the largest of today's telephones. */
export const MOST_HEIF_PIXELS = 50_000_000;
/** Bytes at the beginning of a file by which it is judged. */
export const HEAD = MEGABYTE;
const LONGEST_SIDE = 20_000;
const LONGEST_NAME = 120;

/** What is taken, by the type that the content shows. Old Word and Excel files are `x-cfb`. */
export const acceptedTypes = {
  photos: [/^image\/(jpeg|png|webp|hei[cf](-sequence)?)$/],
  /** Papers: what a secure form takes. */
  documents: [/^application\/pdf$/, /^image\/(jpeg|png|webp|hei[cf](-sequence)?)$/],
  /** Anything that a chat can show or hand on. */
  chat: [
    /^image\/(jpeg|png|webp|gif|hei[cf](-sequence)?)$/,
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
  { name, bytes }: OfferedFile,
  types: readonly RegExp[],
): Promise<Result<AcceptedFile>> {
  return bytes.byteLength > LARGEST_FILE
    ? tooLarge(name)
    : acceptHead({ name, bytes: bytes.subarray(0, HEAD) }, types);
}

/** The same for a file of which only the beginning is here; that it is not too large is seen by whoever reads on. */
export async function acceptHead(
  { name: given, bytes: head }: OfferedFile,
  types: readonly RegExp[],
): Promise<Result<AcceptedFile>> {
  const name = cleanName(given);
  if (head.byteLength === 0) return refused('common.file-empty', { name });
  const mime = await typeOf(head);
  if (mime === null || !types.some((each) => each.test(mime))) return refused('common.file-type', { name });
  const most = isHeif(mime) ? MOST_HEIF_PIXELS : MOST_PIXELS;
  const isPicture = mime.startsWith('image/');
  if (isPicture && !isBearable(pictureSizes(head, mime), most))
    return refused('common.file-pixels', { name, megapixels: most / 1_000_000 });
  return ok({ name, mime });
}

export const tooLarge = (given: string): Result<never> =>
  refused('common.file-too-large', { name: cleanName(given), megabytes: LARGEST_FILE / MEGABYTE });

/** Without parameters; null where the content is of no known type. */
export async function typeOf(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime.split(';')[0] ?? null;
  } catch {
    return null;
  }
}

/** A picture that does not say how large it is counts as too large. */
const isBearable = (sizes: readonly PictureSize[], most: number): boolean =>
  sizes.length > 0 &&
  sizes.every(
    ({ width, height }) =>
      width > 0 && height > 0 && Math.max(width, height) <= LONGEST_SIDE && width * height <= most,
  );

/** The last part of a path, without anything that shows as nothing or turns the text round, of a length to show. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || 'file';
}
