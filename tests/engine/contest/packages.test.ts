// A winner's package: written in pieces over days, judged as it grows, sent complete and in time.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { keepMedia } from '../../../engine/media/store.ts';
import {
  editionOf,
  givePhoto,
  packageSeenBy,
  packagesSeenBy,
  sendPackage,
  writeText,
} from '../../../engine/programmes/contest/programme.ts';
import { editions } from '../../../engine/programmes/contest/store.ts';
import { codesOf, command, departmentOf, operator, person, unwrap } from '../../support/contest/people.ts';
import { jpeg, png } from '../../support/contest/pictures.ts';
import { firstWords, whole } from '../../support/contest/texts.ts';
import { holding, placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('file', { start: '2026-10-16T06:00:00Z' });
const department = departmentOf('71');
const languages = ['kk', 'ru', 'en'] as const;

const write = (
  actor: Actor,
  nomination: string,
  language: (typeof languages)[number],
  text: string,
  how: 'append' | 'replace' = 'append',
) => writeText(engine.ctx, command(actor), { nomination, language, text, how });

async function photo(actor: Actor, nomination: string, bytes = jpeg(), name = 'winner.jpg') {
  const { _id: media } = await keepMedia(engine.ctx, { owner: actor.id, name, mime: null, bytes });
  return givePhoto(engine.ctx, command(actor), { nomination, media });
}

async function complete(actor: Actor, nomination: string) {
  for (const language of languages)
    unwrap(await write(actor, nomination, language, firstWords(language, 250), 'replace'));
  unwrap(await photo(actor, nomination));
}

const missing = async (nomination: string) =>
  (await packageSeenBy(engine.ctx, department, nomination)).missing.map(({ code }) => code);

const send = (nomination: string, actor = department) => sendPackage(engine.ctx, command(actor), nomination);

describe('a package', () => {
  it('C-28: takes 250 words in each language, and names the one that has 249', async () => {
    for (const short of languages) {
      const { id, actor } = await placed(engine.ctx);
      await complete(actor, id);
      unwrap(await write(actor, id, short, firstWords(short, 249), 'replace'));
      expect(codesOf(await send(id))).toEqual([`contest.words-short-${short}`]);
      unwrap(await write(actor, id, short, firstWords(short, 250), 'replace'));
      expect(codesOf(await send(id))).toEqual([]);
    }
  });

  it('C-28: grows piece by piece over days, and says how far it is', async () => {
    const { id, actor } = await placed(engine.ctx);
    const [first, ...rest] = whole('ru').split('\n');
    unwrap(await write(actor, id, 'ru', first ?? ''));
    const begun = (await packageSeenBy(engine.ctx, actor, id)).progress.ru;
    expect(begun).toMatchObject({ need: 250, faults: [] });
    expect(begun.words).toBeGreaterThan(20);
    engine.clock.advance(86_400_000);
    for (const piece of rest) unwrap(await write(department, id, 'ru', piece));
    const { progress, texts } = await packageSeenBy(engine.ctx, actor, id);
    expect(progress.ru.words).toBe(344);
    expect(texts.ru).toMatchObject({ text: whole('ru').replaceAll('\n', '\n\n'), by: department.id });
  });

  it('C-29: refuses a PNG named .jpg, and a package without a photo', async () => {
    const { id, actor } = await placed(engine.ctx);
    expect(codesOf(await photo(actor, id, png()))).toEqual(['contest.photo-not-jpeg']);
    for (const language of languages) unwrap(await write(actor, id, language, firstWords(language, 250)));
    expect(codesOf(await send(id))).toEqual(['contest.photo-missing']);
  });

  it('C-29: takes no picture that somebody else has sent', async () => {
    const { id, actor } = await placed(engine.ctx);
    const { _id: media } = await keepMedia(engine.ctx, {
      owner: 'stranger',
      name: 'a.jpg',
      mime: null,
      bytes: jpeg(),
    });
    expect(codesOf(await givePhoto(engine.ctx, command(actor), { nomination: id, media }))).toEqual([
      'common.not-allowed',
    ]);
  });

  it('C-30: notices a text in the wrong field, and the same text in two', async () => {
    const { id, actor } = await placed(engine.ctx);
    await complete(actor, id);
    unwrap(await write(actor, id, 'kk', firstWords('ru', 250), 'replace'));
    expect(await missing(id)).toEqual(['contest.text-wrong-language', 'contest.text-copied']);
    expect(codesOf(await send(id))).toEqual(['contest.text-wrong-language', 'contest.text-copied']);
  });

  it('C-31: is sent until 23:59:59 on 20 October, and not a second later', async () => {
    const { id, actor } = await placed(engine.ctx);
    const late = await placed(engine.ctx);
    await complete(actor, id);
    await complete(late.actor, late.id);
    const before = engine.clock.now();
    engine.clock.set('2026-10-20T18:59:59Z');
    expect(codesOf(await send(id))).toEqual([]);
    engine.clock.set('2026-10-20T19:00:00Z');
    const refused = await send(late.id);
    expect(refused).toMatchObject({
      ok: false,
      reasons: [{ code: 'contest.over-package', params: { day: '2026-10-20' } }],
    });
    expect(codesOf(await write(late.actor, late.id, 'ru', 'ещё'))).toEqual(['contest.over-package']);
    engine.clock.set(before.toISOString());
  });

  it('C-28: is sent again after a change', async () => {
    const { id, actor } = await placed(engine.ctx);
    await complete(actor, id);
    unwrap(await send(id));
    expect(codesOf(await send(id))).toEqual(['common.already-done']);
    unwrap(await write(actor, id, 'en', 'I have just won another contest.'));
    expect((await packageSeenBy(engine.ctx, holding, id)).sent).toBeNull();
    expect(codesOf(await send(id))).toEqual([]);
  });

  it('C-28: is nobody else’s to write or to send', async () => {
    const { id, actor } = await placed(engine.ctx);
    await complete(actor, id);
    for (const other of [person('stranger'), departmentOf('75'), holding, operator])
      expect(codesOf(await write(other, id, 'ru', 'Слова'))).toEqual(['common.not-allowed']);
    expect(codesOf(await send(id, actor))).toEqual(['common.not-allowed']);
    expect(codesOf(await send(id, departmentOf('75')))).toEqual(['common.not-allowed']);
  });

  it('C-28: is of winners of a region only', async () => {
    const { id, actor } = await placed(engine.ctx, { state: 'at-region' });
    expect(codesOf(await write(actor, id, 'ru', 'Слова'))).toEqual(['contest.no-winner']);
  });
});

it('C-36: shows the Holding what is complete and what is missing, and a department its own region', async () => {
  const { ctx } = engine;
  const edition = '2019';
  await editionOf(ctx, edition);
  const done = await placed(ctx, { edition });
  const open = await placed(ctx, { edition, region: '75' });
  engine.clock.set('2019-10-18T06:00:00Z');
  await complete(done.actor, done.id);
  unwrap(await send(done.id));
  engine.clock.set('2026-10-16T06:00:00Z');
  const seen = async (actor: Actor) =>
    (await packagesSeenBy(ctx, actor, { edition }, { limit: 50, after: null })).items
      .map(({ id, sent, missing }) => ({ id, sent: sent !== null, missing: missing.length }))
      .sort((a, b) => a.missing - b.missing);
  const both = [
    { id: done.id, sent: true, missing: 0 },
    { id: open.id, sent: false, missing: 4 },
  ];
  expect(await seen(holding)).toEqual(both);
  expect(await seen(operator)).toEqual(both);
  expect(await seen(department)).toEqual(both.slice(0, 1));
  await expect(seen(person('stranger'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(packageSeenBy(ctx, departmentOf('75'), done.id)).rejects.toMatchObject({ code: 'not-found' });
});

it('C-32: asks for information and a photo only where the Kazakh text of the regulation rules', async () => {
  const { ctx } = engine;
  await editionOf(ctx, '2026');
  const before = await editions.on(ctx.db).findById('2026', { packages: 1 }).lean();
  expect(before?.packages).toEqual({ by: 'ru', words: 250, jpeg: true });
  const byKazakh = { packages: { by: 'kk' as const, words: 0, jpeg: false } };
  await editions.on(ctx.db).updateOne({ _id: '2026' }, { $set: byKazakh });
  const { id, actor } = await placed(ctx);
  expect(await missing(id)).toEqual(['contest.text-missing', 'contest.photo-missing']);
  unwrap(await write(actor, id, 'kk', 'Аймақтық байқаудың жеңімпазымын.'));
  unwrap(await photo(actor, id, png(), 'winner.png'));
  expect(codesOf(await send(id))).toEqual([]);
  await editions
    .on(ctx.db)
    .updateOne({ _id: '2026' }, { $set: { packages: before?.packages ?? byKazakh.packages } });
});
