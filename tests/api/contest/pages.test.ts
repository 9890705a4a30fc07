// The contest's public pages: the contest from January on, a winner only with consent, a code that names nobody.
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../api/routes/found.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { keepMedia } from '../../../engine/media/store.ts';
import { giveConsent } from '../../../engine/people/consents.ts';
import {
  agreeToPage,
  givePhoto,
  isPageOpen,
  sendPackage,
  withdrawPage,
  writeText,
} from '../../../engine/programmes/contest/programme.ts';
import { codesOf, college, command, departmentOf, person, unwrap } from '../../support/contest/people.ts';
import { jpeg } from '../../support/contest/pictures.ts';
import { whole } from '../../support/contest/texts.ts';
import { type Placed, placed } from '../../support/contest/winners.ts';
import { withServer } from '../../support/fixtures/with-server.ts';

const server = withServer('test', { open: async (ctx) => [await pagesOf(ctx)] });
const department = departmentOf('71');
const NAME = 'Мысал Жеңімпаз';

const page = (url: string) => server.ask('GET', url, { apiKey: null, headers: { accept: 'text/html' } });

/** A winner whose package is with the Holding. */
async function winner(birthDate = '2006-01-01'): Promise<Placed> {
  const { ctx, clock } = server;
  clock.set('2026-10-18T06:00:00Z');
  await college(ctx, 'alpha');
  const found = await placed(ctx, { name: NAME, birthDate });
  for (const language of languages) {
    const piece = { nomination: found.id, language, text: whole(language), how: 'replace' } as const;
    unwrap(await writeText(ctx, command(department), piece));
  }
  const { _id: media } = await keepMedia(ctx, {
    owner: department.id,
    name: 'a.jpg',
    mime: null,
    bytes: jpeg(),
  });
  unwrap(await givePhoto(ctx, command(department), { nomination: found.id, media }));
  unwrap(await sendPackage(ctx, command(department), found.id));
  return found;
}

describe('C-44: the contest', () => {
  it.each([
    ['kk', 'Құрылтайшылары', 'меценаттар', '30 қыркүйек'],
    ['ru', 'Учредители', 'меценаты', '30 сентября'],
    ['en', 'Founders', 'patrons', '30 September'],
  ])('is told in %s: goals, tasks, founders, organisers, stages and dates', async (lang, ...words) => {
    server.clock.set('2025-12-31T19:00:00Z');
    const { status, text } = await page(`/contest?lang=${lang}`);
    expect(status).toBe(200);
    for (const word of [...words, '2026']) expect(text).toContain(word);
  });

  it('is that of the year from the first second of January on', async () => {
    server.clock.set('2025-12-31T18:59:59Z');
    expect((await page('/contest?lang=ru')).text).toContain('2019 год');
    server.clock.set('2025-12-31T19:00:00Z');
    expect((await page('/contest?lang=ru')).text).toContain('2026 год');
  });
});

describe('C-11: a winner’s page', () => {
  it('is there only with their consent, in three languages, and shows no more than agreed', async () => {
    const { id, actor } = await winner();
    const url = `/contest/winners/${id}`;
    for (const address of [url, `${url}/photo`]) expect((await page(address)).status).toBe(404);
    expect((await page('/contest?lang=ru')).text).not.toContain(NAME);
    unwrap(await agreeToPage(server.ctx, command(actor)));
    for (const language of languages) {
      const { status, text } = await page(`${url}?lang=${language}`);
      expect(status).toBe(200);
      expect(text).toContain(NAME);
      expect(text).toContain(whole(language).split('\n')[1]?.slice(0, 60).replaceAll("'", '&#39;'));
      expect(text).not.toContain('2006-01-01');
      expect(text).not.toContain(actor.id);
    }
    const { status, headers } = await page(`${url}/photo`);
    expect([status, headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect((await page('/contest?lang=ru')).text).toContain(NAME);
    unwrap(await withdrawPage(server.ctx, command(actor)));
    for (const address of [url, `${url}/photo`]) expect((await page(address)).status).toBe(404);
  });

  it('waits for the legal representative of a minor', async () => {
    const { id, actor } = await winner('2010-01-01');
    unwrap(await agreeToPage(server.ctx, command(actor)));
    expect(await isPageOpen(server.ctx, actor.id)).toBe(false);
    expect((await page(`/contest/winners/${id}`)).status).toBe(404);
    const guardian = person('guardian');
    const until = new Date('2028-01-01T00:00:00Z');
    const terms = { purpose: 'contest-page', textVersion: '2026-11-30', until, thirdParties: ['public'] };
    unwrap(
      await giveConsent(server.ctx, command(guardian), {
        ...terms,
        person: actor.id,
        givenBy: guardian.id,
        asGuardian: true,
      }),
    );
    expect((await page(`/contest/winners/${id}`)).status).toBe(200);
  });

  it('is nobody’s who is no winner', async () => {
    const { actor } = await placed(server.ctx, { state: 'at-region' });
    expect(codesOf(await agreeToPage(server.ctx, command(actor)))).toEqual(['contest.no-winner']);
  });
});

it('C-15: shows the code that leads to a vote while there is one, and names nobody', async () => {
  server.clock.set('2026-09-10T06:00:00Z');
  const { id } = await placed(server.ctx, { state: 'at-college', name: NAME });
  const { status, text } = await page(`/contest/vote/${id}?lang=kk`);
  expect(status).toBe(200);
  expect(text).not.toContain(NAME);
  const code = await page(`/contest/vote/${id}/code.svg`);
  expect(code.headers['content-type']).toContain('image/svg+xml');
  expect(code.text).toContain('<svg');
  server.clock.set('2026-09-30T19:00:00Z');
  for (const address of [`/contest/vote/${id}`, `/contest/vote/${id}/code.svg`])
    expect((await page(address)).status).toBe(404);
});
