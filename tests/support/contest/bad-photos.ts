// Files with their right answers: what comes in the place of a winner's photo.
import { gif, jpeg, png, webp, withPreview } from './pictures.ts';

export interface BadPhoto {
  readonly name: string;
  readonly file: string;
  readonly bytes: () => Buffer;
  /** The code of the refusal; null where it is taken. */
  readonly code: string | null;
}

const MEGABYTE = 1024 ** 2;
const cut = (bytes: Buffer, from: number, to?: number): Buffer => bytes.subarray(from, to);

const pdf = () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const padded = (bytes: Buffer, size: number) => Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
/** A JPEG of so many bytes, all but a few of them compressed pixels. */
const heavy = (size: number) => jpeg({ pixels: Buffer.alloc(size, 0x5a) });

type Row = readonly [name: string, file: string, bytes: () => Buffer, code: string | null];

const rows: readonly Row[] = [
  ['a good portrait', 'winner.jpg', () => jpeg(), null],
  ['a good landscape', 'winner.jpeg', () => jpeg({ width: 1_600, height: 1_200 }), null],
  ['a good one in grey', 'winner.jpg', () => jpeg({ channels: 1 }), null],
  ['a progressive one', 'winner.jpg', () => jpeg({ frame: 0xc2 }), null],
  ['a JPEG without its ending', 'winner', () => jpeg(), null],
  ['a JPEG that is called PNG', 'winner.png', () => jpeg(), null],
  ['one with the camera’s preview', 'winner.jpg', () => jpeg({ before: withPreview() }), null],
  ['one with bytes behind its end', 'winner.jpg', () => jpeg({ tail: Buffer.from('MPF notes') }), null],
  ['600 pixels at the shorter side', 'winner.jpg', () => jpeg({ width: 600, height: 900 }), null],
  ['three times as high as wide', 'winner.jpg', () => jpeg({ width: 700, height: 2_100 }), null],
  ['19 MB of a JPEG', 'winner.jpg', () => heavy(19 * MEGABYTE), null],
  ['an empty file', 'winner.jpg', () => Buffer.alloc(0), 'common.file-empty'],
  ['30 MB of a JPEG', 'winner.jpg', () => heavy(30 * MEGABYTE), 'common.file-too-large'],
  ['one byte over 20 MB', 'winner.jpg', () => padded(jpeg(), 20 * MEGABYTE + 1), 'common.file-too-large'],
  ['a PNG named .jpg', 'winner.jpg', () => png(), 'contest.photo-not-jpeg'],
  ['a PNG', 'winner.png', () => png(), 'contest.photo-not-jpeg'],
  ['a WebP named .jpg', 'winner.jpg', webp, 'contest.photo-not-jpeg'],
  ['a GIF named .jpg', 'winner.jpg', () => gif(), 'contest.photo-not-jpeg'],
  ['a PDF named .jpg', 'winner.jpg', pdf, 'contest.photo-not-jpeg'],
  ['a text named .jpg', 'winner.jpg', () => Buffer.from('the photo follows'), 'contest.photo-not-jpeg'],
  ['a program named .jpg', 'winner.jpg', () => Buffer.from('MZ\u0090\0\u0003'), 'contest.photo-not-jpeg'],
  [
    'a vector drawing',
    'winner.jpg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'contest.photo-not-jpeg',
  ],
  ['zeros', 'winner.jpg', () => Buffer.alloc(10_000), 'contest.photo-not-jpeg'],
  ['the first two bytes of a JPEG', 'winner.jpg', () => cut(jpeg(), 0, 2), 'contest.photo-not-jpeg'],
  ['a head without a frame', 'winner.jpg', () => cut(jpeg(), 0, 20), 'common.file-pixels'],
  ['cut off in its pixels', 'winner.jpg', () => cut(jpeg(), 0, -6), 'contest.photo-broken'],
  ['without its end mark', 'winner.jpg', () => cut(jpeg(), 0, -2), 'contest.photo-broken'],
  ['half of the end mark', 'winner.jpg', () => cut(jpeg(), 0, -1), 'contest.photo-broken'],
  ['cut off before its pixels', 'winner.jpg', () => cut(jpeg(), 0, 41), 'contest.photo-broken'],
  [
    'cut off, with a whole preview inside',
    'winner.jpg',
    () => cut(jpeg({ before: withPreview() }), 0, -2),
    'contest.photo-broken',
  ],
  ['CMYK for a printing house', 'winner.jpg', () => jpeg({ channels: 4 }), 'contest.photo-cmyk'],
  ['CMYK, progressive', 'winner.jpg', () => jpeg({ channels: 4, frame: 0xc2 }), 'contest.photo-cmyk'],
  [
    '599 pixels at the shorter side',
    'winner.jpg',
    () => jpeg({ width: 599, height: 900 }),
    'contest.photo-small',
  ],
  ['a thumbnail', 'winner.jpg', () => jpeg({ width: 160, height: 120 }), 'contest.photo-small'],
  ['one pixel', 'winner.jpg', () => jpeg({ width: 1, height: 1 }), 'contest.photo-small'],
  ['a strip', 'winner.jpg', () => jpeg({ width: 700, height: 2_101 }), 'contest.photo-strip'],
  [
    'more pixels than anything shows',
    'winner.jpg',
    () => jpeg({ width: 20_000, height: 20_000 }),
    'common.file-pixels',
  ],
  ['no width', 'winner.jpg', () => jpeg({ width: 0 }), 'common.file-pixels'],
];

export const badPhotos: readonly BadPhoto[] = rows.map(([name, file, bytes, code]) => ({
  name,
  file,
  bytes,
  code,
}));
