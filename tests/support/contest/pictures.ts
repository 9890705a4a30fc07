// Pictures by their structure alone: headers that say what a test wants them to say, with next to no pixels.

export interface JpegWish {
  readonly width?: number;
  readonly height?: number;
  /** 1 grey, 3 colours, 4 CMYK. */
  readonly channels?: number;
  /** Baseline C0, progressive C2. */
  readonly frame?: number;
  /** Bytes behind the end mark, as some telephones leave them. */
  readonly tail?: Uint8Array;
  /** A segment before the frame: a preview, notes of the camera. */
  readonly before?: Buffer;
  readonly pixels?: Buffer;
}

const segment = (marker: number, ...body: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body]);

const two = (value: number): readonly number[] => [value >> 8, value & 0xff];

/** Compressed pixels with what a scan may hold: a stuffed FF and a restart mark. */
const somePixels = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0x78, 0x9a]);

export function jpeg({
  width = 1_200,
  height = 1_600,
  channels = 3,
  frame = 0xc0,
  tail = Buffer.alloc(0),
  before = Buffer.alloc(0),
  pixels = somePixels,
}: JpegWish = {}): Buffer {
  const components = Array.from({ length: channels }, (_, at) => [at + 1, 0x11, 0]).flat();
  const scanned = Array.from({ length: channels }, (_, at) => [at + 1, 0]).flat();
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0),
    before,
    segment(frame, 8, ...two(height), ...two(width), channels, ...components),
    segment(0xda, channels, ...scanned, 0, 63, 0),
    pixels,
    Buffer.from([0xff, 0xd9]),
    tail,
  ]);
}

/** Notes of a camera with a whole small JPEG inside. */
export const withPreview = (): Buffer => {
  const preview = jpeg({ width: 160, height: 120 });
  return segment(0xe1, ...Buffer.from('Exif\0\0'), ...preview);
};

export function png(width = 1_200, height = 1_600): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(8)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const gif = (width = 800, height = 800): Buffer => {
  const size = Buffer.alloc(7);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  return Buffer.concat([Buffer.from('GIF89a'), size]);
};

/** A lossless WebP of 800 × 800. */
export const webp = (): Buffer => {
  const bits = (800 - 1) | ((800 - 1) << 14);
  const body = Buffer.from([0x2f, bits & 0xff, (bits >> 8) & 0xff, (bits >> 16) & 0xff, (bits >> 24) & 0xff]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  const chunk = Buffer.concat([Buffer.from('VP8L'), size, body, Buffer.alloc(1)]);
  const whole = Buffer.alloc(4);
  whole.writeUInt32LE(chunk.length + 4);
  return Buffer.concat([Buffer.from('RIFF'), whole, Buffer.from('WEBP'), chunk]);
};
