// Packages, publications, votes and figures over the API, by the contest's own roles: each sees and does what is theirs.
import { expect, it } from 'vitest';
import { castVote } from '../../../engine/programmes/contest/programme.ts';
import { college, command, departmentOf, officerOf, operator, unwrap } from '../../support/contest/people.ts';
import { firstWords } from '../../support/contest/texts.ts';
import { voter } from '../../support/contest/voters.ts';
import { holding, placed } from '../../support/contest/winners.ts';
import { held } from '../../support/fixtures/held.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { openServer } from '../resources/server.ts';

const engine = withEngine('file', { start: '2026-10-08T06:00:00Z' });
const server = held(() => openServer(engine.ctx), 'file');
const department = departmentOf('71');
const ANY = { 'if-match': '*' };

it('C-28 C-36: takes texts from the department, refuses what is incomplete by its codes, and shows the Holding both', async () => {
  const { id } = await placed(engine.ctx);
  const url = `/v1/contest/packages/${id}`;
  const text = { language: 'kk', text: firstWords('kk', 249), how: 'replace' };
  const written = await server.post(department, `${url}/texts`, text, undefined, ANY);
  expect(written).toMatchObject({ status: 200, body: { progress: { kk: { words: 249, need: 250 } } } });
  expect((await server.post(departmentOf('75'), `${url}/texts`, text, undefined, ANY)).status).toBe(404);
  const refused = await server.post(department, `${url}/submission`, {}, undefined, ANY);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('contest.words-short-kk');
  expect(refused.text).toContain('contest.photo-missing');
  const seen = await server.get(holding, '/v1/contest/packages?edition=2026');
  expect(seen.body.items).toMatchObject([{ id, isComplete: false, sentAt: null }]);
  expect((await server.get(officerOf('alpha'), '/v1/contest/packages?edition=2026')).status).toBe(403);
  const file = await server.get(department, '/v1/contest/packages/export?edition=2026&format=csv');
  expect(file.text).toContain('249');
});

it('C-39: records a publication once, and counts it', async () => {
  const wish = {
    ...{
      edition: '2026',
      publisher: 'all',
      subject: 'participants',
      channel: 'media',
      title: 'Үздік студенттер',
    },
    ...{ link: 'https://example.org/news/1?utm_source=x', publishedOn: '2026-10-01' },
  };
  const made = await server.post(holding, '/v1/contest/publications', wish);
  expect(made).toMatchObject({
    status: 201,
    body: { link: 'https://example.org/news/1', isWithdrawn: false },
  });
  const again = await server.post(holding, '/v1/contest/publications', {
    ...wish,
    link: 'http://example.org/news/1',
  });
  expect(again.status).toBe(409);
  const count = await server.get(department, '/v1/contest/publication-count?edition=2026');
  expect(count.body).toMatchObject({ participants: 1, target: 20, isMet: false });
  const away = `/v1/contest/publications/${made.body.id}/withdrawal`;
  expect((await server.post(holding, away, { reason: 'Қате жазылды' }, undefined, ANY)).body).toMatchObject({
    isWithdrawn: true,
  });
  expect((await server.get(department, '/v1/contest/publication-count?edition=2026')).body).toMatchObject({
    participants: 0,
  });
});

it('C-20 C-21: shows votes with what is odd to those who run the stage, and never a voter', async () => {
  await college(engine.ctx, 'alpha');
  const { id } = await placed(engine.ctx, { state: 'sent' });
  const actor = await voter(engine.ctx);
  unwrap(await castVote(engine.ctx, command(actor), id));
  const { body, text } = await server.get(department, `/v1/contest/votes/${id}`);
  expect(body).toMatchObject({
    stage: 'region',
    counted: 1,
    outside: 0,
    weight: 0,
    signals: { bursts: [], alike: 0 },
  });
  expect(text).not.toContain(actor.id);
  expect((await server.get(departmentOf('75'), `/v1/contest/votes/${id}`)).body).toMatchObject({
    counted: 1,
    signals: null,
  });
});

it('C-36: tells figures by college and region, a department its own region only', async () => {
  const all = await server.get(operator, '/v1/contest/analytics?edition=2026');
  expect(all.status).toBe(200);
  const regions = all.body.regions as readonly { readonly region: string }[];
  expect(regions).toHaveLength(20);
  expect(regions.find(({ region }) => region === '71')).toMatchObject({
    winners: 1,
    seats: 1,
    quota: 10,
    packagesSent: 0,
  });
  expect(all.body.colleges).toMatchObject([{ college: 'alpha', region: '71', quota: 3 }]);
  const own = await server.get(departmentOf('75'), '/v1/contest/analytics?edition=2026');
  expect(own.body).toMatchObject({ colleges: [], regions: [{ region: '75', nominees: 0 }] });
  expect((await server.get(officerOf('alpha'), '/v1/contest/analytics?edition=2026')).status).toBe(403);
});
