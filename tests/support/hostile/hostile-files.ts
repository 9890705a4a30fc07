// Files that are not what they say, or more than they say. Made here: nothing hostile lies in the project.
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { samplePhoto } from '../telegram/index.ts';

const MEGABYTE = 1024 ** 2;

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

/** A PNG that says this size; its pixels are as many zeros as wanted, packed. */
export function png(width: number, height: number, zeros = 8): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(zeros)));
  return Buffer.concat([signature, chunk('IHDR', header), pixels, chunk('IEND', Buffer.alloc(0))]);
}

/** A ZIP whose one entry unpacks to this many megabytes and says that it is of `told` bytes. */
export function zipBomb(name: string, megabytes: number, told: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(16 * MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH });
  const pieces = Array.from({ length: megabytes / 16 }, () => piece);
  const data = Buffer.concat([...pieces, deflateRawSync(Buffer.alloc(0))]);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(told, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), data]);
}

const script = Buffer.from('<script>alert(1)</script>');
const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([10, 0, 10, 0, 0, 0, 0])]);

/** Name, bytes, and how it is served; null where it is refused. */
export const hostileFiles: readonly (readonly [string, Buffer, string | null])[] = [
  [
    'a picture that goes on as a script',
    Buffer.concat([gif, Buffer.from('*/=1;alert(1)//'), script]),
    'image/gif',
  ],
  ['a picture that goes on as an archive', Buffer.concat([samplePhoto(1), zipBomb('a', 16, 1)]), 'image/png'],
  [
    'a PDF with a script',
    Buffer.concat([Buffer.from('%PDF-1.7\n/OpenAction<</S/JavaScript>>\n'), script]),
    'application/octet-stream',
  ],
  ['a script with a PDF in it', Buffer.concat([script, Buffer.from('%PDF-1.7\n')]), null],
  ['a page', Buffer.from('<!doctype html><html><body onload="alert(1)">'), null],
  [
    'a drawing with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    null,
  ],
  [
    'a drawing behind a declaration',
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    null,
  ],
  ['a program', Buffer.from('MZ\u0090\u0000'), null],
  ['a cut-off picture', samplePhoto(1).subarray(0, 12), null],
  ['a picture of 2,500 megapixels', png(50_000, 50_000), null],
  ['a picture that is wider than long', png(1_000_000, 1), null],
  ['an archive that unpacks to 512 MB', zipBomb('[Content_Types].xml', 512, 512 * MEGABYTE), null],
  ['the same, telling of 100 bytes', zipBomb('[Content_Types].xml', 512, 100), null],
  ['the same as an open document', zipBomb('mimetype', 512, 30), null],
  ['nothing', Buffer.alloc(0), null],
];
