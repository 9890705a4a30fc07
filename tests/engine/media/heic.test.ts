// HEIC pictures become JPEG in a thread of their own, within bounds; what cannot be read is refused with a hint.
import { expect, it, vi } from 'vitest';
import { acceptedTypes } from '../../../engine/media/accept.ts';
import { heicConverter } from '../../../engine/media/heic.ts';
import { pictureSizes } from '../../../engine/media/picture-size.ts';
import { takeFile } from '../../../engine/media/take.ts';
import { heicSaying, SAMPLE_HEIC } from '../../support/hostile/sample-heic.ts';

const { photos } = acceptedTypes;
const heic = (bytes: Uint8Array) => ({ name: 'IMG_1.HEIC', bytes });

it('makes a JPEG of the same size', async () => {
  const taken = await takeFile(heic(SAMPLE_HEIC), photos);
  if (!taken.ok) throw new Error('refused');
  expect(taken.value).toMatchObject({ name: 'IMG_1.jpg', mime: 'image/jpeg' });
  expect(pictureSizes(taken.value.bytes, 'image/jpeg')).toEqual([{ width: 96, height: 64 }]);
});

it('refuses what is too large by its header, without converting it', async () => {
  const convert = vi.fn();
  const taken = await takeFile(heic(heicSaying(9_000, 6_000)), photos, convert);
  expect(taken).toMatchObject({
    ok: false,
    reasons: [{ code: 'common.file-pixels', params: { megapixels: 50 } }],
  });
  expect(convert).not.toHaveBeenCalled();
});

it('refuses what cannot be read, and goes on with the next', async () => {
  const convert = heicConverter();
  const broken = SAMPLE_HEIC.slice(0, SAMPLE_HEIC.length - 60);
  const [bad, good] = await Promise.all([
    takeFile(heic(broken), photos, convert),
    takeFile(heic(SAMPLE_HEIC), photos, convert),
  ]);
  expect(bad).toMatchObject({ ok: false, reasons: [{ code: 'common.file-heic' }] });
  expect(good.ok).toBe(true);
});

it('gives up after its time, and takes no more than may wait', async () => {
  const convert = heicConverter({ patience: 0, waiting: 1 });
  const [first, second, third] = await Promise.allSettled([1, 2, 3].map(() => convert(SAMPLE_HEIC)));
  expect([first, second]).toEqual([
    { status: 'fulfilled', value: null },
    { status: 'fulfilled', value: null },
  ]);
  expect(third).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
});
