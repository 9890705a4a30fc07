// How much one visitor may have, and what becomes of a failure of ours: on the whole server, with its limits and log.
import { expect, onTestFinished, test } from 'vitest';
import { chatRoutes } from '../../../api/chat/routes.ts';
import { sharedRedis } from '../../support/services/fresh-database.ts';
import { samplePhoto } from '../../support/telegram/index.ts';
import { openServer } from '../server/stage.ts';
import { Page } from './page.ts';
import { openRig } from './rig.ts';

/** The chat on the whole server; whatever is said to it meets a defect. */
async function openDefective() {
  const accept = async () => {
    throw new Error('the secret plan');
  };
  const receivers = { participant: { accept }, staff: { accept } };
  const parts = { receivers, redisUrl: sharedRedis(), secretKey: 'a key that only tests use', demo: null };
  const server = await openServer({ open: (ctx) => [chatRoutes({ ctx, ...parts })] });
  onTestFinished(() => server.close());
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  return { server, page: await Page.open(url, { language: 'ru' }) };
}

test('a bug is told with the reference that stands in the log, in the shape of every problem', async () => {
  const { server, page } = await openDefective();
  const answer = await page.say('hello');
  const problem = (await answer.json()) as Record<string, string>;
  expect(answer.status).toBe(500);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(problem).toMatchObject({ type: 'urn:qadam:problem:bug', code: 'bug', status: 500 });
  expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  expect(problem.reference).toMatch(/^[A-Z2-9]{8}$/);
  expect(problem.detail).toContain(problem.reference);
  expect(server.log()).toContain(`"reference":"${problem.reference}"`);
  expect(JSON.stringify(problem)).not.toContain('secret plan');
});

test('uploads have a limit of their own, below that of everything else', async () => {
  const { page } = await openDefective();
  const limit = async (answer: Promise<Response>) => Number((await answer).headers.get('x-ratelimit-limit'));
  const ofUploads = await limit(page.attach(samplePhoto(1), 'work.png'));
  expect(ofUploads).toBeGreaterThan(0);
  expect(ofUploads).toBeLessThan(await limit(page.say('hello')));
});

test('a visitor has so many pages open and no more; one that closes makes room', async () => {
  const { url } = await openRig({ streams: { perVisitor: 2, perProcess: 3 } });
  const mine = await Page.open(url, { language: 'ru' });
  const first = await mine.follow();
  await mine.follow();
  const refused = await mine.get('/chat/events');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({
    type: 'urn:qadam:problem:too-many-requests',
    detail: expect.stringContaining('Закройте'),
  });
  const other = await Page.open(url);
  await other.follow();
  const full = await other.get('/chat/events');
  expect(full.status).toBe(503);
  expect(await full.json()).toMatchObject({ type: 'urn:qadam:problem:unavailable' });
  expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
  first.leave();
  const come = () =>
    mine.follow().then(
      () => 'here',
      () => 'refused',
    );
  await expect.poll(come).toBe('here');
});

test('every visit renews the cookie, and keeps the visitor', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const again = await page.post('/chat/session', undefined);
  const [cookie = ''] = again.headers.getSetCookie();
  expect(cookie.split(';')[0]).toBe(page.headers.cookie);
  expect(cookie).toMatch(/Max-Age=31536000.*HttpOnly.*SameSite=Strict/);
  expect(await again.json()).toMatchObject({ chats: [{ chat: page.chat }] });
});

test('in the demo a message, or a page with all of its chats, looks nobody up', async () => {
  const rig = await openRig({ demo: true });
  const page = await Page.open(rig.url);
  const chats = ['participant.web.demo-student', 'staff.web.demo-head', 'staff.web.demo-operator'];
  const stream = await page.follow(chats);
  await page.say('hello', crypto.randomUUID(), chats[0]);
  await stream.until(({ texts }) => texts(chats[0]).length === 2);
  expect(rig.looked()).toBe(0);
  await page.get('/chat/demo');
  expect(rig.looked()).toBe(1);
});
