// Every bad file gets its own right answer; names and endings count for nothing.
import { expect, it } from 'vitest';
import { examinePhoto } from '../../../engine/programmes/contest/packages/examine-photo.ts';
import { badPhotos } from '../../support/contest/bad-photos.ts';
import { badTexts } from '../../support/contest/bad-texts.ts';
import { jpeg, png } from '../../support/contest/pictures.ts';

it.each(badPhotos)('C-29: $name', async ({ file, bytes, code }) => {
  const found = await examinePhoto({ name: file, bytes: bytes() }, true);
  expect(found.ok ? null : found.reasons.map((each) => each.code).join()).toBe(code);
});

it('C-29: tells what the file is and how large it must be', async () => {
  const wrong = await examinePhoto({ name: 'winner.jpg', bytes: png() }, true);
  expect(wrong).toMatchObject({ reasons: [{ params: { name: 'winner.jpg', type: 'PNG' } }] });
  const small = await examinePhoto({ name: 'a.jpg', bytes: jpeg({ width: 500, height: 700 }) }, true);
  expect(small).toMatchObject({ reasons: [{ params: { width: 500, height: 700, least: 600 } }] });
});

it('C-32: asks for a photo only, of any kind, where the Kazakh text rules', async () => {
  const found = await examinePhoto({ name: 'winner.png', bytes: png() }, false);
  expect(found).toMatchObject({ ok: true, value: { isJpeg: false } });
  const text = await examinePhoto({ name: 'a.jpg', bytes: Buffer.from('words') }, false);
  expect(text).toMatchObject({ ok: false, reasons: [{ code: 'common.file-type' }] });
});

it('C-28 C-29: are a hundred rows and more, no two of one name', () => {
  const names = [...badTexts, ...badPhotos].map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(100);
  expect(new Set(names).size).toBe(names.length);
});
