// Pages: a walk over them gives every row once, also while rows come and go; what is not a page is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { registerStudent, reportHours } from '../../../engine/programmes/credit/programme.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Row, type Server } from './server.ts';
import { as, type Story, tellStory, unwrap } from './story.ts';

let story: Story;
let server: Server;

const newcomer: Actor = { kind: 'person', id: 'newcomer', grants: [] };

/** Twelve share one name: the order among them must hold, too. */
const register = async (number: number): Promise<string> =>
  unwrap(
    await registerStudent(story.ctx, as(newcomer), {
      chat: `participant.telegram.${5000 + number}`,
      language: 'ru',
      name: number % 2 === 0 ? 'Қайталанов Бір' : `Бірегеев ${number}`,
      universityId: 'beta',
      year: 1,
      region: '71',
      phone: null,
      birthDate: '2005-01-01',
    }),
  );

beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
  for (let number = 0; number < 24; number += 1) await register(number);
  const student: Actor = { kind: 'person', id: story.studentB, grants: [] };
  for (const start of ['13:00', '14:00', '15:00', '16:00']) {
    const hours = { date: '2026-09-09', start, minutes: 30, what: 'Ойын ұйымдастырдым', media: [] };
    unwrap(await reportHours(story.ctx, as(student), hours));
  }
});
afterAll(async () => {
  await server.close();
  await story.close();
});

async function walk(url: string, limit: number, between: () => Promise<unknown> = async () => null) {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { status, body } = await server.get(cast.operator, `${url}&limit=${limit}${from}`);
    expect(status).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    rows.push(...body.items);
    cursor = body.next;
    await between();
  } while (cursor !== null);
  return rows.map((row) => row.id);
}

describe.each([
  ['participants', '/v1/credit/participants?university=beta', 25],
  ['hours', '/v1/credit/hours?state=reported', 5],
  ['interviews', '/v1/credit/interviews?state=accepted', 2],
  ['projects', '/v1/credit/projects?state=published', 2],
])('%s', (_name, url, count) => {
  it.each([1, 2, 7, 200])('are the same in pages of %d', async (limit) => {
    const whole = (await server.get(cast.operator, `${url}&limit=200`)).body.items.map((each) => each.id);
    expect(whole).toHaveLength(count);
    expect(await walk(url, limit)).toEqual(whole);
  });
});

it('the audit log goes page by page in its own order', async () => {
  const seqs: unknown[] = [];
  const url = `/v1/audit?document=credit_students/${story.studentA}&limit=3`;
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await server.get(cast.operator, cursor ? `${url}&cursor=${cursor}` : url);
    seqs.push(...body.items.map((each) => each.seq));
    cursor = body.next;
  }
  expect(seqs.length).toBeGreaterThan(10);
  expect(seqs).toEqual(seqs.map((_each, index) => index + 1));
});

it('a walk repeats and hides nothing while others register', async () => {
  const before = (await server.get(cast.operator, '/v1/credit/participants?university=beta&limit=200')).body
    .items;
  let number = 100;
  const walked = await walk('/v1/credit/participants?university=beta', 4, async () => {
    number += 1;
    if (number < 105) await register(number);
  });
  expect(new Set(walked).size).toBe(walked.length);
  expect(walked).toEqual(expect.arrayContaining(before.map((each) => each.id)));
});

it.each([
  'limit=0',
  'limit=201',
  'limit=many',
  'cursor=',
  'cursor=notacursor',
  `cursor=${Buffer.from('[{"$gt":""},"x"]').toString('base64url')}`,
  'unheard=1',
  'region=99',
  'q=x',
])('refuses ?%s', async (query) => {
  const { status, body } = await server.get(cast.operator, `/v1/credit/participants?${query}`);
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-input' });
});

it('refuses a cursor of another list', async () => {
  const { body } = await server.get(cast.operator, '/v1/credit/participants?limit=1');
  expect((await server.get(cast.operator, `/v1/credit/payouts?cursor=${body.next}`)).status).toBe(400);
});
