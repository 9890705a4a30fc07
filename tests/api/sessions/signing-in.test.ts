// Signing in with a code from the staff chat: who gets one, how often, how long it is good, and what a guess is told.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { consoleSessions, signInCodes } from '../../../engine/access/store.ts';
import { ManualClock, MINUTE } from '../../../engine/kernel/clock.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import type { Answered } from '../server/stage.ts';
import { Browser, type ConsoleStage, codesTo, openConsole } from './browser.ts';
import { operatorRole, personWith, studentRole } from './people.ts';

let server: ConsoleStage;
let browser: Browser;
const clock = new ManualClock('2026-10-05T06:00:00Z');

beforeAll(async () => {
  server = await openConsole(clock, {
    limits: { perAddress: 1_000_000, signIn: 1_000_000 },
    resourcesOf: async (ctx) => [await resourceRoutes(ctx)],
  });
});
beforeEach(() => {
  clock.advance(20 * MINUTE);
  browser = new Browser(server);
});
afterAll(() => server?.close());

/** All that an answer tells, but for the reference of the request. */
const told = ({ status, text }: Answered) => ({ status, text: text.replace(/"requestId":"[^"]*"/, '') });

test('the right code opens a session, and the answer says who one is', async () => {
  const person = await personWith(server.ctx, operatorRole);
  const answer = await browser.signIn(person);
  expect(answer.status).toBe(201);
  expect(answer.headers['cache-control']).toBe('no-store');
  const expected = { id: person, name: 'Сынақ Үлгіұлы', language: 'kk', grants: [operatorRole] };
  expect(answer.json().person).toEqual(expected);
  expect((await browser.send('GET', '/session')).json().person).toEqual(expected);
  expect((await browser.send('GET', '/organisations')).status).toBe(200);
});

test('the cookie is for this host over https only, hidden from scripts and from other sites', async () => {
  await browser.signIn(await personWith(server.ctx, operatorRole));
  expect(browser.lastCookie).toMatch(
    /^__Host-qadam-console=[a-z2-9]{32}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
});

test('a code is taken as people type it, and works once', async () => {
  const person = await personWith(server.ctx, operatorRole);
  const attempt = await browser.ask(person);
  const [code = ''] = await codesTo(server, person);
  expect(code).toMatch(/^[A-Z2-9]{8}$/);
  const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
  expect((await browser.enter(attempt, typed)).status).toBe(201);
  expect((await new Browser(server).enter(attempt, code)).status).toBe(409);
});

test('a code used by many at once opens one session', async () => {
  const person = await personWith(server.ctx, operatorRole);
  const attempt = await browser.ask(person);
  const [code = ''] = await codesTo(server, person);
  const entered = await Promise.all([1, 2, 3, 4, 5].map(() => new Browser(server).enter(attempt, code)));
  expect(entered.map((each) => each.status).sort()).toEqual([201, 409, 409, 409, 409]);
  expect(await consoleSessions.on(server.ctx.db).countDocuments({ person })).toBe(1);
});

test('a code is good for the attempt that asked for it alone', async () => {
  const person = await personWith(server.ctx, operatorRole);
  const mine = await browser.ask(person);
  const theirs = await new Browser(server).ask(person);
  const [first = '', second = ''] = await codesTo(server, person);
  expect((await browser.enter(theirs, first)).status).toBe(409);
  expect((await browser.enter(mine, second)).status).toBe(409);
  expect((await browser.enter(mine, first)).status).toBe(201);
});

test('after five wrong tries the right code no longer works', async () => {
  const person = await personWith(server.ctx, operatorRole);
  const attempt = await browser.ask(person);
  const [code = ''] = await codesTo(server, person);
  for (let wrong = 0; wrong < 5; wrong += 1)
    expect((await browser.enter(attempt, `WRONG${wrong}22`)).status).toBe(409);
  expect((await browser.enter(attempt, code)).status).toBe(409);
});

test('a fifth try may still be the right one; five minutes later none is', async () => {
  const person = await personWith(server.ctx, operatorRole);
  const attempt = await browser.ask(person);
  const late = await browser.ask(person);
  const [code = '', lateCode = ''] = await codesTo(server, person);
  for (let wrong = 0; wrong < 4; wrong += 1) await browser.enter(attempt, 'WRONGONE');
  clock.advance(5 * MINUTE - 1);
  expect((await browser.enter(attempt, code)).status).toBe(201);
  clock.advance(1);
  expect((await browser.enter(late, lateCode)).status).toBe(409);
});

test('nobody is told whether there is such a person, or why a code is refused', async () => {
  const known = await personWith(server.ctx, operatorRole);
  const names = [
    known,
    'nosuchperson',
    await personWith(server.ctx, studentRole),
    await personWith(server.ctx),
  ];
  const shapes = [];
  const refusals = [];
  for (const name of names) {
    const asked = await browser.send('POST', '/session/code', { body: { person: name } });
    const { attempt, ...rest } = asked.json();
    shapes.push({ status: asked.status, rest, attempt: /^[a-z2-9]{32}$/.test(String(attempt)) });
    refusals.push(told(await browser.enter(String(attempt), 'WRONGONE')));
    for (let wrong = 0; wrong < 6; wrong += 1) await browser.enter(String(attempt), 'WRONGONE');
    refusals.push(told(await browser.enter(String(attempt), 'WRONGONE')));
  }
  refusals.push(told(await browser.enter('a'.repeat(32), 'WRONGONE')));
  expect(new Set(shapes.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(await deliveries.on(server.ctx.db).countDocuments({ person: names[2] ?? '' })).toBe(0);
  expect(await deliveries.on(server.ctx.db).countDocuments({ person: names[3] ?? '' })).toBe(0);
});

test('a person gets five codes in a quarter of an hour, also when asked for all at once', async () => {
  const person = await personWith(server.ctx, operatorRole);
  await Promise.all(Array.from({ length: 12 }, () => new Browser(server).ask(person)));
  expect(await codesTo(server, person)).toHaveLength(5);
  clock.advance(15 * MINUTE);
  await browser.ask(person);
  expect(await codesTo(server, person)).toHaveLength(6);
});

test('an address may ask ten times a minute', async () => {
  const tight = await openConsole(clock);
  try {
    const one = new Browser(tight);
    const statuses = [];
    for (let n = 0; n < 11; n += 1) {
      const answer = await one.enter('a'.repeat(32), 'WRONGONE');
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([...Array(10).fill(409), 429]);
  } finally {
    await tight.close();
  }
});

test('neither code, attempt nor token is kept or logged', async () => {
  const person = await personWith(server.ctx, operatorRole);
  const attempt = await browser.ask(person);
  const [code = ''] = await codesTo(server, person);
  await browser.enter(attempt, code);
  const token = browser.cookie?.split('=')[1] ?? '';
  expect(token).toHaveLength(32);
  const { db } = server.ctx;
  const kept = JSON.stringify([
    await signInCodes.on(db).find().lean(),
    await consoleSessions.on(db).find().lean(),
  ]);
  for (const secret of [code, attempt, token]) {
    expect(kept).not.toContain(secret);
    expect(server.log()).not.toContain(secret);
  }
});
