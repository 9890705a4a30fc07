// Packages, publications, votes and figures over the API, by the contest's own roles: each sees and does what is theirs.
import { expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import type { Grant } from '../../../engine/kernel/actor.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import { castVote, type Place, PROTOCOL } from '../../../engine/programmes/contest/programme.ts';
import { commissionAt, decideAt } from '../../support/contest/commission.ts';
import { college, command, departmentOf, officerOf, operator, unwrap } from '../../support/contest/people.ts';
import { standing } from '../../support/contest/stages.ts';
import { firstWords } from '../../support/contest/texts.ts';
import { voter } from '../../support/contest/voters.ts';
import { holding, placed } from '../../support/contest/winners.ts';
import { held } from '../../support/fixtures/held.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { openServer } from '../resources/server.ts';

const engine = withEngine('file', { start: '2026-10-08T06:00:00Z' });
const server = held(() => openServer(engine.ctx, [formRoutes(engine.ctx, false)]), 'file');
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

/** Somebody who holds a role of the contest in the chat. @returns their id */
const holder = async (role: Grant['role'], scope: string) =>
  unwrap(
    await registerPerson(engine.ctx, command(), {
      ...{ chat: `staff.web.${scope}`, name: 'Мысал Жауапты', language: 'kk' as const, region: null },
      ...{ phone: null, student: null, consents: [], grants: [{ role, scope }] },
    }),
  );

/** A college's stage, decided: two nominees before its commission. */
async function decided(at: string) {
  const { ctx, clock } = engine;
  clock.set('2026-09-10T06:00:00Z');
  await college(ctx, at, '71');
  const [nomination = ''] = await standing(ctx, 2, { state: 'at-college' }, { college: at });
  const place: Place = { edition: '2026', stage: 'college', at };
  const members = await commissionAt(ctx, place);
  const sitting = await decideAt(ctx, place, members, (of, member) => (of + member.id).length % 5);
  return { place, sitting, nomination };
}

it('C-14 C-19 C-25: shows a nomination and a commission to those whose they are, with what stands of them', async () => {
  const { sitting, nomination } = await decided('gamma');
  const officer = officerOf('gamma');
  const one = await server.get(officer, `/v1/contest/nominations/${nomination}`);
  expect(one).toMatchObject({ status: 200, body: { id: nomination, college: 'gamma', state: 'chosen' } });
  expect(one.headers.etag).toBeTruthy();
  for (const other of [officerOf('alpha'), departmentOf('71')])
    expect((await server.get(other, `/v1/contest/nominations/${nomination}`)).status).toBe(404);
  const id = 'contest:2026:college:gamma';
  const listed = await server.get(officer, '/v1/contest/commissions?edition=2026');
  expect(listed.body.items).toMatchObject([{ id, stage: 'college', at: 'gamma', members: 3, missing: [] }]);
  const whole = await server.get(officer, `/v1/contest/commissions/${id}`);
  expect(whole.body).toMatchObject({ sittings: [{ id: sitting, protocols: [{ number: 1 }] }], progress: [] });
  expect(whole.text).not.toContain('score');
  expect((await server.get(officerOf('alpha'), `/v1/contest/commissions/${id}`)).status).toBe(404);
});

it('C-14 C-35: forms commissions over the API, names what is missing, and invites by a one-time link', async () => {
  const { ctx, clock } = engine;
  clock.set('2026-09-10T06:00:00Z');
  await college(ctx, 'delta', '71');
  const wish = { edition: '2026', stage: 'college', at: 'delta' };
  expect((await server.post(officerOf('alpha'), '/v1/contest/commissions', wish)).status).not.toBe(201);
  const keeperless = await server.post(officerOf('delta'), '/v1/contest/commissions', wish);
  expect(keeperless.text).toContain('contest.no-keeper');
  await holder('college-officer', 'college:delta');
  const made = await server.post(officerOf('delta'), '/v1/contest/commissions', wish);
  expect(made).toMatchObject({ status: 201, body: { members: 0 } });
  expect(made.body.missing).toContain('commissions.kind-missing');
  const url = `/v1/contest/commissions/${made.body.id}/invitations`;
  const member = { kind: 'youth', represents: '«Жас қанат» ұйымы' };
  expect((await server.post(officerOf('delta'), url, member)).body.link).toMatch(/start=/);
  expect((await server.post(officerOf('delta'), url, { ...member, kind: 'media' })).status).toBe(409);
  await holder('holding', 'all');
  const group = { edition: '2026', stage: 'republic', at: 'all' };
  expect((await server.post(holding, '/v1/contest/commissions', group)).status).toBe(201);
});

it('C-42: hands the protocol out as data and as a PDF, to whoever may see it and nobody else', async () => {
  const { sitting } = await decided('epsilon');
  const url = `/v1/contest/protocols/${sitting}`;
  const data = await server.get(officerOf('epsilon'), url);
  expect(data).toMatchObject({
    status: 200,
    body: { number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(data.headers.etag).toBe(`"${data.body.hash}"`);
  for (const language of ['kk', 'ru', 'en']) {
    const file = await server.get(officerOf('epsilon'), `${url}/document?language=${language}`);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.text).toMatch(/^%PDF-/);
  }
  expect((await server.get(officerOf('alpha'), `${url}/document`)).status).not.toBe(200);
});

it('C-42: the staff desk hands the protocol out once by its link, and not to somebody else', async () => {
  const { ctx } = engine;
  const { sitting } = await decided('zeta');
  const about = { document: PROTOCOL, about: sitting };
  const linkOf = async (person: string) =>
    `/forms/${await openSecureForm(ctx, { kind: 'document-form', person, about })}`;
  const send = (address: string) =>
    server.app.inject({
      ...{ method: 'POST', url: address, payload: 'language=ru' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const own = await linkOf(await holder('college-officer', 'college:zeta'));
  const page = await server.app.inject(own);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('name="language"');
  expect(page.body).not.toContain('name="format"');
  expect((await send(own)).headers['content-type']).toBe('application/pdf');
  expect((await send(own)).statusCode).toBe(410);
  const other = await send(await linkOf(await holder('college-officer', 'college:alpha')));
  expect(other.statusCode).toBe(422);
  expect(other.body).not.toContain('%PDF');
});
