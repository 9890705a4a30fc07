// Files sent to the web chat as nobody should send them, and what is served of those that are taken: told by their content,
// in a box in which nothing runs. Forms and Telegram go through the same check (tests/engine/media).
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { LARGEST_FILE } from '../../../engine/media/accept.ts';
import { Page } from '../../api/chat/page.ts';
import { openRig } from '../../api/chat/rig.ts';
import { hostileFiles, png } from '../../support/hostile/hostile-files.ts';
import { inCampaign } from '../../support/run/campaign.ts';

const MEGABYTE = 1024 ** 2;
const computed = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

test.each(hostileFiles)('%s', async (_name, bytes, served) => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const began = process.cpuUsage();
  const before = process.memoryUsage().rss;
  const answer = await page.attach(bytes, '../a\u202egpj.html');
  // This process is shared with other tests: what it takes is looked at where it runs this alone.
  if (inCampaign) {
    expect(computed(began)).toBeLessThan(1_500);
    expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(150);
  }
  if (served === null) {
    expect([400, 413, 415]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    return;
  }
  expect(answer.status).toBe(202);
  const stream = await page.follow();
  await stream.until(({ shown }) => shown.call(stream)[0]?.media.length === 1);
  const { headers } = await page.get(`/chat/media/${stream.shown()[0]?.media[0]?.id}`);
  expect(headers.get('content-type')).toBe(served);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(headers.get('content-disposition')).toMatch(/^(inline|attachment); filename\*=UTF-8''agpj\.html$/);
});

test.each([
  ['a byte less than the limit', LARGEST_FILE - 1, 202],
  ['the limit', LARGEST_FILE, 202],
  ['a byte more', LARGEST_FILE + 1, 413],
])('%s', async (_name, size, status) => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const bytes = Buffer.alloc(size);
  bytes.set(png(10, 10));
  expect((await page.attach(bytes, 'a.png')).status).toBe(status);
});

test('a form of very many parts is refused', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, 'x']));
  expect((await page.attach(png(10, 10), 'a.png', many)).status).toBe(413);
});

test('a body that says it is longer, or breaks off, is not taken and holds nothing up', async () => {
  const { url, echo } = await openRig();
  const page = await Page.open(url);
  const head = [
    'POST /chat/files HTTP/1.1',
    'Host: qadam.example',
    `Cookie: ${page.headers.cookie}`,
    'X-Qadam: 1',
    'Content-Type: multipart/form-data; boundary=b',
    'Content-Length: 1000000',
  ].join('\r\n');
  const part = '--b\r\ncontent-disposition: form-data; name="id"\r\n\r\nslow-0001\r\n';
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await new Promise<void>((resolve) => void socket.write(`${head}\r\n\r\n${part}`, () => resolve()));
  expect((await page.say('hello')).status).toBe(202);
  socket.destroy();
  expect((await page.attach(png(10, 10), 'a.png')).status).toBe(202);
  await expect.poll(() => echo.heard.length).toBe(2);
});
