// Files that stream in: judged by their beginning, passed on piece by piece, never more asked for than is needed.
import { expect, it } from 'vitest';
import { acceptedTypes, acceptFile, HEAD, LARGEST_FILE, MEGABYTE } from '../../../engine/media/accept.ts';
import { receiveFile } from '../../../engine/media/incoming.ts';
import { pictureSizes } from '../../../engine/media/picture-size.ts';
import { png } from '../../support/hostile/hostile-files.ts';

const PIECE = 65_536;

/** So many bytes that begin like this, and how many of them were asked for. */
function source(begin: Uint8Array, size: number) {
  const read = { bytes: 0 };
  async function* content() {
    for (let at = 0; at < size; at += PIECE) {
      const piece = new Uint8Array(Math.min(PIECE, size - at));
      if (at === 0) piece.set(begin);
      read.bytes += piece.byteLength;
      yield piece;
    }
  }
  return { read, file: { name: 'a', content: content() } };
}

async function total(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const piece of content) size += piece.byteLength;
  return size;
}

const received = (from: ReturnType<typeof source>) =>
  receiveFile(from.file, acceptedTypes.chat, (_file, content) => total(content));

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);

it('reads no more than the beginning of what goes on in zeros behind a JPEG’s first bytes', async () => {
  const from = source(JPEG, 20 * MEGABYTE);
  expect(await received(from)).toMatchObject({ ok: false, reasons: [{ code: 'common.file-pixels' }] });
  expect(from.read.bytes).toBe(HEAD);
});

it('looks at each byte of a header once', () => {
  let looked = 0;
  const bytes = new Uint8Array(HEAD);
  bytes.set(JPEG);
  const view = DataView.prototype.getUint8;
  DataView.prototype.getUint8 = function (at) {
    looked += 1;
    return view.call(this, at);
  };
  try {
    expect(pictureSizes(bytes, 'image/jpeg')).toEqual([]);
  } finally {
    DataView.prototype.getUint8 = view;
  }
  expect(looked).toBeLessThanOrEqual(2 * HEAD);
});

it('judges a whole file by its beginning alone', async () => {
  const bytes = new Uint8Array(LARGEST_FILE);
  bytes.set(png(10, 10));
  const asked: number[] = [];
  const watched = new Proxy(bytes, {
    get: (target, key) => {
      if (key !== 'subarray') return Reflect.get(target, key, target);
      return (from: number, to: number) => {
        asked.push(to - from);
        return target.subarray(from, to);
      };
    },
  });
  expect((await acceptFile({ name: 'a', bytes: watched }, acceptedTypes.photos)).ok).toBe(true);
  expect(asked).toEqual([HEAD]);
});

it('passes on all of a file up to the limit, and stops behind it', async () => {
  expect(await received(source(png(10, 10), LARGEST_FILE))).toEqual({ ok: true, value: LARGEST_FILE });
  const over = source(png(10, 10), 100 * MEGABYTE);
  expect(await received(over)).toMatchObject({ ok: false, reasons: [{ code: 'common.file-too-large' }] });
  expect(over.read.bytes).toBe(LARGEST_FILE + PIECE);
});
