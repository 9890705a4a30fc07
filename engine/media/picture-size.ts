// How large a picture is, from its header alone: nothing is decoded, and no more is looked at than a header may take.
import { imageSize } from 'image-size';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Bytes of a HEIF file in which its sizes stand; the library's scan grows with the square of it. */
const HEIF_HEADER = 65_536;

/** @returns every size that the header tells (a HEIF may hold several pictures); none where it tells none */
export function pictureSizes(head: Uint8Array, mime: string): readonly PictureSize[] {
  if (mime === 'image/jpeg') return jpegSize(head);
  try {
    const found = imageSize(isHeif(mime) ? head.subarray(0, HEIF_HEADER) : head);
    return [found, ...(found.images ?? [])].map(({ width, height }) => ({ width, height }));
  } catch {
    return [];
  }
}

export const isHeif = (mime: string): boolean => /^image\/hei[cf]/.test(mime);

/** Walks from marker to marker, as decoders do; the library would look at every byte of what is no picture. */
function jpegSize(head: Uint8Array): readonly PictureSize[] {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 2; at + 9 <= head.byteLength; ) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === 0xff) at += 1;
    else if (isFrame(marker)) return [{ height: view.getUint16(at + 5), width: view.getUint16(at + 7) }];
    else if (marker === END || marker === SCAN) return [];
    else at += 2 + (isAlone(marker) ? 0 : view.getUint16(at + 2));
  }
  return [];
}

const END = 0xd9;
/** Pixels begin: the size would have come before. */
const SCAN = 0xda;

/** Start of a frame; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers without a length. */
const isAlone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
