// Reads the pixel size of PNG and JPEG pictures, so that photos get Telegram's list of sizes.
import { fileTypeFromBuffer } from 'file-type';

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Size of other image formats, which Telegram also accepts but this server does not decode. */
const UNREAD: PixelSize = { width: 1280, height: 960 };

/** Telegram makes no photo of anything else, HEIC among it. */
const SHOWN = /^image\/(webp|gif|bmp)$/;

/** Undefined when the bytes are no image at all, or one that breaks off before it says its size. */
export async function imageSize(bytes: Buffer): Promise<PixelSize | undefined> {
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime === 'image/png' && bytes.length >= 24) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (type?.mime === 'image/jpeg') return jpegSize(bytes);
  return type && SHOWN.test(type.mime) ? UNREAD : undefined;
}

function jpegSize(bytes: Buffer): PixelSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
