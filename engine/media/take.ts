// Takes a file whose bytes are here: looks at its content, and makes a JPEG of a HEIC picture, so that whatever shows
// it later can. For what streams in from a browser see incoming.ts.
import { ok, type Result, refused } from '../kernel/result.ts';
import { acceptFile, LARGEST_FILE, type OfferedFile, tooLarge } from './accept.ts';
import { type ConvertHeic, convertHeic } from './heic.ts';
import { isHeif } from './picture-size.ts';

export interface TakenFile extends OfferedFile {
  readonly mime: string;
}

/** Refused as acceptFile does, and as `common.file-heic` for a HEIC picture that cannot be read. */
export async function takeFile(
  offered: OfferedFile,
  types: readonly RegExp[],
  convert: ConvertHeic = convertHeic,
): Promise<Result<TakenFile>> {
  const accepted = await acceptFile(offered, types);
  if (!accepted.ok) return accepted;
  const { name, mime } = accepted.value;
  if (!isHeif(mime)) return ok({ name, mime, bytes: offered.bytes });
  const jpeg = await convert(offered.bytes);
  if (jpeg === null) return refused('common.file-heic', { name });
  if (jpeg.byteLength > LARGEST_FILE) return tooLarge(name);
  return ok({ name: asJpeg(name), mime: 'image/jpeg', bytes: jpeg });
}

const asJpeg = (name: string): string => `${name.replace(/\.hei[cf]s?$/i, '')}.jpg`;
