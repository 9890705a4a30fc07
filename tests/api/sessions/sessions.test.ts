// A console session from sign-in to its end: whose rights it has, when it ends, and that nobody slips one in.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { consoleSessions } from '../../../engine/access/store.ts';
import { HOUR, ManualClock, MINUTE } from '../../../engine/kernel/clock.ts';
import { addGrant, takeGrant } from '../../../engine/people/staff.ts';
import { people } from '../../../engine/people/store.ts';
import { OUTSIDE_KEY } from '../server/stage.ts';
import { Browser, type ConsoleStage, openConsole } from './browser.ts';
import { command, operatorRole, personWith } from './people.ts';

let server: ConsoleStage;
let browser: Browser;
let person: string;
const clock = new ManualClock('2026-10-05T06:00:00Z');

beforeAll(async () => {
  server = await openConsole(clock, {
    limits: { perAddress: 1_000_000, signIn: 1_000_000 },
    resourcesOf: async (ctx) => [await resourceRoutes(ctx)],
  });
});
beforeEach(async () => {
  browser = new Browser(server);
  person = await personWith(server.ctx, operatorRole);
  await browser.signIn(person);
});
afterAll(() => server?.close());

const status = async (of: Browser = browser): Promise<number> => (await of.send('GET', '/session')).status;
const idOf = async (of: Browser): Promise<string> => String((await of.send('GET', '/session')).json().id);

test('half an hour without a request ends it; whoever goes on has twelve hours', async () => {
  for (let passed = 0; passed < 12 * HOUR - 20 * MINUTE; passed += 20 * MINUTE) {
    clock.advance(20 * MINUTE);
    expect(await status()).toBe(200);
  }
  clock.advance(20 * MINUTE);
  expect(await status()).toBe(401);
  await browser.signIn(person);
  clock.advance(30 * MINUTE);
  expect(await status()).toBe(401);
});

test('its roles are the person’s; a role given or taken ends it at once', async () => {
  const head = { role: 'head', scope: 'organisation:200140000014' } as const;
  await addGrant(server.ctx, command(), person, head);
  expect(await status()).toBe(401);
  await browser.signIn(person);
  expect((await browser.send('GET', '/session')).json().person).toMatchObject({
    grants: [operatorRole, head],
  });
  await takeGrant(server.ctx, command(), person, operatorRole);
  expect((await browser.send('GET', '/api-keys')).status).toBe(401);
  await browser.signIn(person);
  expect((await browser.send('GET', '/api-keys')).status).toBe(403);
});

test('a person who is gone is signed in nowhere', async () => {
  await people.on(server.ctx.db).deleteOne({ _id: person });
  expect(await status()).toBe(401);
});

test('signing out ends it, and takes the cookie away', async () => {
  const kept = browser.cookie;
  const answer = await browser.send('DELETE', '/session');
  expect(answer.status).toBe(200);
  expect(browser.lastCookie).toMatch(
    /^__Host-qadam-console=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  browser.cookie = kept;
  expect(await status()).toBe(401);
});

test('one’s own sessions are listed, and ended from another one; nobody else’s are', async () => {
  const other = new Browser(server);
  await other.signIn(person);
  const stranger = new Browser(server);
  await stranger.signIn(await personWith(server.ctx, operatorRole));
  const mine = [await idOf(browser), await idOf(other)].sort();
  const listed = (await browser.send('GET', '/sessions')).json().items as { id: string; agent: string }[];
  expect(listed.map((each) => each.id).sort()).toEqual(mine);
  expect(listed[0]?.agent).toBe('Browser of the tests');
  expect((await stranger.send('DELETE', `/sessions/${mine[0]}`)).status).toBe(404);
  expect((await browser.send('DELETE', `/sessions/${await idOf(other)}`)).status).toBe(200);
  expect(await status(other)).toBe(401);
  expect(await status()).toBe(200);
  expect((await browser.send('GET', '/sessions')).json().items).toHaveLength(1);
});

test('ended by many at once it is ended once', async () => {
  const other = new Browser(server);
  await other.signIn(person);
  const path = `/sessions/${await idOf(other)}`;
  const answers = await Promise.all(Array.from({ length: 8 }, () => browser.send('DELETE', path)));
  expect(new Set(answers.map((each) => each.status))).toEqual(new Set([200]));
  expect(new Set(answers.map((each) => each.json().endedAt)).size).toBe(1);
});

test('a token that was there before is never taken over, and the former session of a browser ends', async () => {
  const planted = 'a'.repeat(32);
  const victim = new Browser(server);
  victim.cookie = `__Host-qadam-console=${planted}`;
  await victim.signIn(person);
  expect(victim.cookie).not.toContain(planted);
  const attacker = new Browser(server);
  attacker.cookie = `__Host-qadam-console=${planted}`;
  expect(await status(attacker)).toBe(401);
  const former = new Browser(server);
  former.cookie = victim.cookie;
  await victim.signIn(person);
  expect(await status(former)).toBe(401);
  expect(await status(victim)).toBe(200);
});

test('a second cookie of the name, or one of the name for plain http, is no session', async () => {
  const { cookie } = browser;
  for (const tossed of [
    `${cookie}; __Host-qadam-console=${'b'.repeat(32)}`,
    `__Host-qadam-console=${'b'.repeat(32)}; ${cookie}`,
    `${cookie};__Host-qadam-console = ${'b'.repeat(32)}`,
    cookie?.replace('__Host-qadam-console', 'qadam-console-loopback') ?? '',
  ]) {
    browser.cookie = tossed;
    expect(await status()).toBe(401);
  }
});

test('without https nobody signs in but on this machine, under another name', async () => {
  const plain = { 'x-forwarded-proto': 'http', origin: 'http://console.example' };
  const elsewhere = new Browser(server);
  expect((await elsewhere.enter('a'.repeat(32), 'WRONGONE', { headers: plain })).status).toBe(403);
  expect((await browser.send('GET', '/session', { headers: plain })).status).toBe(401);
});

test('a machine has no session, and its key goes before the cookie', async () => {
  const headers = { authorization: `Bearer ${OUTSIDE_KEY}` };
  expect((await browser.send('GET', '/session', { headers })).status).toBe(401);
  const wrong = { authorization: 'Bearer qadam_nosuchkey' };
  expect((await browser.send('GET', '/organisations', { headers: wrong })).status).toBe(401);
});

test('opening and ending stand in the person’s audit chain', async () => {
  const id = await idOf(browser);
  await browser.send('DELETE', '/session');
  const kept = await people.on(server.ctx.db).findById(person).lean();
  const noted = kept?.outbox.filter((each) => each.kind === 'audit').map((each) => each.action);
  expect(noted).toEqual(['person registered', 'console session opened', 'console session ended']);
  expect(await consoleSessions.on(server.ctx.db).findById(id).lean()).toMatchObject({ person });
});
