// What a JPEG tells of itself from marker to marker, without decoding a pixel: its size, its colours, and whether it is
// whole (ITU-T T.81, annex B). Asked only of bytes that begin as a JPEG does.

export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  /** Colour channels: 1 grey, 3 colours, 4 CMYK. */
  readonly channels: number;
  /** It has pixels and its end mark: nothing was cut off. */
  readonly isWhole: boolean;
}

const FF = 0xff;
const END = 0xd9;
const SCAN = 0xda;

/** @returns null where no frame header is found */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: Omit<JpegFacts, 'isWhole'> | null = null;
  let hasPixels = false;
  for (const { marker, at } of markersOf(view)) {
    if (marker === END) return frame && { ...frame, isWhole: hasPixels };
    if (isFrame(marker) && at + 10 <= view.length) frame = frameAt(view, at);
    hasPixels ||= marker === SCAN;
  }
  return frame && { ...frame, isWhole: false };
}

function* markersOf(view: Buffer): Generator<{ readonly marker: number; readonly at: number }> {
  for (let at = 2; at + 1 < view.length; ) {
    const marker = view.readUInt8(at + 1);
    if (view.readUInt8(at) !== FF || marker === FF) at += 1;
    else {
      yield { marker, at };
      at = endOfSegment(view, marker, at);
    }
  }
}

function endOfSegment(view: Buffer, marker: number, at: number): number {
  if (isAlone(marker)) return at + 2;
  const next = at + 3 < view.length ? at + 2 + view.readUInt16BE(at + 2) : view.length;
  return marker === SCAN ? endOfScan(view, next) : next;
}

/** The next marker behind compressed pixels, in which FF 00 and the restart marks D0 to D7 are no markers. */
function endOfScan(view: Buffer, from: number): number {
  for (let at = view.indexOf(FF, from); at >= 0 && at + 1 < view.length; at = view.indexOf(FF, at + 1)) {
    const next = view.readUInt8(at + 1);
    if (next !== 0 && next !== FF && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return view.length;
}

const frameAt = (view: Buffer, at: number) => ({
  height: view.readUInt16BE(at + 5),
  width: view.readUInt16BE(at + 7),
  channels: view.readUInt8(at + 9),
});

/** C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers without a length. */
const isAlone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
