// Pages of other sites cannot act for somebody who is signed in: each change of a session needs its token and comes from
// our own pages. API keys need neither.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { universities } from '../../../engine/reference/universities.ts';
import { OUTSIDE_KEY } from '../server/stage.ts';
import { Browser, type ConsoleStage, ORIGIN, openConsole } from './browser.ts';
import { operatorRole, personWith } from './people.ts';

let server: ConsoleStage;
let browser: Browser;
let wishes = 0;

beforeAll(async () => {
  const clock = new ManualClock('2026-10-05T06:00:00Z');
  const limits = { perAddress: 1_000_000, signIn: 1_000_000 };
  server = await openConsole(clock, { limits, resourcesOf: async (ctx) => [await resourceRoutes(ctx)] });
  browser = new Browser(server);
  await browser.signIn(await personWith(server.ctx, operatorRole));
});
afterAll(() => server?.close());

const add = (headers: Readonly<Record<string, string | undefined>>, by: Browser = browser) => {
  wishes += 1;
  const id = `u-${wishes}`;
  const body = { id, kk: 'Үлгі ЖОО', ru: 'Пример', en: 'Example', region: '75' };
  return by.send('POST', '/universities', { body, headers: { 'idempotency-key': id, ...headers } });
};

test('our own page, with the token: done', async () => {
  expect((await add({})).status).toBe(201);
});

test('a client that says nothing of where it comes from needs the token still', async () => {
  const silent = { origin: undefined, 'sec-fetch-site': undefined };
  expect((await add(silent)).status).toBe(201);
  expect((await add({ ...silent, 'x-csrf-token': undefined })).status).toBe(403);
});

describe.each<[string, Readonly<Record<string, string | undefined>>]>([
  ['no token', { 'x-csrf-token': undefined }],
  ['an empty token', { 'x-csrf-token': '' }],
  ['a wrong token', { 'x-csrf-token': '0'.repeat(64) }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another subdomain', { 'sec-fetch-site': 'same-site' }],
  ['an address bar', { 'sec-fetch-site': 'none' }],
  ['another origin', { origin: 'https://evil.example' }],
  ['an origin that begins like ours', { origin: `${ORIGIN}.evil.example` }],
  ['our host without https', { origin: 'http://console.example' }],
  ['a hidden origin', { origin: 'null' }],
])('%s', (_name, headers) => {
  test('changes nothing', async () => {
    const before = await universities.on(server.ctx.db).countDocuments();
    const answer = await add(headers);
    expect(answer.status).toBe(403);
    expect(answer.json().code).toBe('cross-site');
    expect(await universities.on(server.ctx.db).countDocuments()).toBe(before);
  });
});

test('the token of another session does not fit', async () => {
  const other = new Browser(server);
  await other.signIn(await personWith(server.ctx, operatorRole));
  expect((await add({ 'x-csrf-token': other.csrfToken ?? undefined })).status).toBe(403);
});

test('signing in, out and ending sessions are changes, too', async () => {
  const foreign = { headers: { origin: 'https://evil.example' } };
  for (const [method, path, body] of [
    ['POST', '/session/code', { person: 'somebody' }],
    ['POST', '/session', { attempt: 'a'.repeat(32), code: 'ABCD2345' }],
    ['DELETE', '/session', undefined],
    ['DELETE', '/sessions/any', undefined],
  ] as const)
    expect((await browser.send(method, path, { ...foreign, ...(body && { body }) })).status).toBe(403);
  expect((await browser.send('GET', '/session', foreign)).status).toBe(200);
});

test('a key needs no token, whatever page it comes from', async () => {
  const machine = new Browser(server);
  const headers = {
    authorization: `Bearer ${OUTSIDE_KEY}`,
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
  };
  expect((await add(headers, machine)).status).toBe(201);
});
