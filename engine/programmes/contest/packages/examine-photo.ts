// Whether a winner's photo may go into the package: a JPEG by its content, whole, in colours that screens and banners
// show, and large enough to be printed. Each fault has its own reason with a hint.
import { ok, type Result } from '../../../kernel/result.ts';
import { acceptedTypes, acceptFile, type OfferedFile } from '../../../media/accept.ts';
import { refusedAs } from '../reason.ts';
import { type JpegFacts, readJpeg } from './jpeg.ts';

/** Pixels of the shorter side: below, a banner or a page shows squares. */
export const LEAST_SIDE = 600;
/** How many times longer one side may be than the other: beyond, it is a strip. */
const MOST_STRETCH = 3;
const CMYK = 4;

export interface ExaminedPhoto {
  readonly name: string;
  readonly mime: string;
  readonly isJpeg: boolean;
  /** Pixels; null where it is no JPEG. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/**
 * @param mustBeJpeg false where the regulation's Kazakh text rules, which asks for a photo only
 * Refused as acceptFile does, and as `contest.photo-not-jpeg`, `-broken`, `-cmyk`, `-small`, `-strip`.
 */
export async function examinePhoto(photo: OfferedFile, mustBeJpeg: boolean): Promise<Result<ExaminedPhoto>> {
  const accepted = await acceptFile(photo, acceptedTypes.photos);
  if (!accepted.ok) return isNoPicture(accepted.reasons[0]?.code, mustBeJpeg, photo) ?? accepted;
  const { name, mime } = accepted.value;
  if (mime !== 'image/jpeg')
    return mustBeJpeg ? refusedAs('photo-not-jpeg', { name, type: typeName(mime) }) : ok(noJpeg(name, mime));
  const facts = readJpeg(photo.bytes);
  if (!facts?.isWhole) return refusedAs('photo-broken', { name });
  return suits(name, facts);
}

function suits(name: string, { width, height, channels }: JpegFacts): Result<ExaminedPhoto> {
  if (channels === CMYK) return refusedAs('photo-cmyk', { name });
  const shorter = Math.min(width, height);
  if (shorter < LEAST_SIDE) return refusedAs('photo-small', { name, width, height, least: LEAST_SIDE });
  if (Math.max(width, height) > shorter * MOST_STRETCH)
    return refusedAs('photo-strip', { name, width, height });
  return ok({ name, mime: 'image/jpeg', isJpeg: true, size: { width, height } });
}

const noJpeg = (name: string, mime: string): ExaminedPhoto => ({ name, mime, isJpeg: false, size: null });

/** A document or a text in the place of a photo: the answer says that a JPEG is wanted. */
const isNoPicture = (code: string | undefined, mustBeJpeg: boolean, { name }: OfferedFile) =>
  code === 'common.file-type' && mustBeJpeg ? refusedAs('photo-not-jpeg', { name, type: '?' }) : null;

const typeName = (mime: string): string => mime.replace('image/', '').toUpperCase();
