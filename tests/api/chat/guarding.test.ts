// What the web chat refuses, and how it says so.
import { expect, test } from 'vitest';
import { languages } from '../../../engine/kernel/languages.ts';
import { plainText } from '../../../locales/texts.ts';
import { samplePhoto } from '../../support/telegram/index.ts';
import { Page } from './page.ts';
import { openRig, START } from './rig.ts';

const roleOf = (id: string) =>
  Object.fromEntries(languages.map((each) => [each, plainText({ key: `web:persona.${id}` }, each)]));

const detail = async (response: Response): Promise<string> =>
  ((await response.json()) as { detail: string }).detail;

test('a chat of somebody else does not exist', async () => {
  const { url } = await openRig();
  const mine = await Page.open(url);
  const other = await Page.open(url);
  expect(mine.chat).not.toBe(other.chat);
  await mine.attach(samplePhoto(1), 'work.png');
  const stream = await mine.follow();
  await stream.until(({ shown }) => shown.call(stream)[0]?.media.length === 1);
  const file = stream.shown()[0]?.media[0]?.id ?? '';
  const answers = await Promise.all([
    other.say('hello', crypto.randomUUID(), mine.chat),
    other.get(`/chat/events?chat=${mine.chat}`),
    other.get(`/chat/messages?chat=${mine.chat}&before=10`),
    other.get(`/chat/media/${file}`),
    other.attach(samplePhoto(1), 'work.png', { chat: mine.chat }),
    other.say('hello', crypto.randomUUID(), 'participant.web.demo-student'),
  ]);
  expect(answers.map((each) => each.status)).toEqual(answers.map(() => 404));
  expect((await mine.get(`/chat/media/${file}`)).headers.get('content-type')).toBe('image/png');
});

test('a forged cookie opens nothing', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const cookie = `qadam_chat=${page.chat.split('.')[2]}.forged`;
  expect((await page.get('/chat/events', { cookie })).status).toBe(404);
});

test('outside the demo its routes do not exist', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  expect((await page.get('/chat/demo')).status).toBe(404);
  expect((await page.post('/chat/demo/advance', { days: 1 })).status).toBe(404);
  expect((await page.post('/chat/demo/language', { language: 'kk' })).status).toBe(404);
  expect((await page.post('/chat/demo/start-over', {})).status).toBe(404);
});

test('in the demo one speaks for its personas, and moves its days', async () => {
  const { url } = await openRig({ demo: true });
  const page = await Page.open(url);
  const demo = (await (await page.get('/chat/demo')).json()) as { now: string; personas: object[] };
  expect(demo.now).toBe(new Date(START).toISOString());
  expect(demo.personas[2]).toEqual({
    id: 'head',
    chat: 'staff.web.demo-head',
    desk: 'staff',
    name: 'Гүлнар Үлгіқызы',
    role: roleOf('head'),
    group: {
      kk: 'Әлеуметтік студенттік кредит',
      ru: 'Социальный студенческий кредит',
      en: 'Social student credit',
    },
  });
  const moved = await page.post('/chat/demo/advance', { days: 7 });
  expect(await moved.json()).toEqual({ now: '2026-10-12T06:00:00.000Z' });
  expect((await page.post('/chat/demo/advance', { days: 31 })).status).toBe(400);
  expect((await page.post('/chat/demo/language', { language: 'en' })).status).toBe(204);
});

test('the demo starts over for whoever asks, and every page can see that it did', async () => {
  const { url } = await openRig({ demo: true });
  const page = await Page.open(url);
  const look = async () => (await (await page.get('/chat/demo')).json()) as { now: string; run: string };
  await page.post('/chat/demo/advance', { days: 30 });
  const { run } = await look();
  expect((await page.post('/chat/demo/start-over', {}, { 'x-qadam': '' })).status).toBe(403);
  expect((await look()).run).toBe(run);
  expect((await page.post('/chat/demo/start-over', {})).status).toBe(204);
  const after = await look();
  expect(after.now).toBe(new Date(START).toISOString());
  expect(after.run).not.toBe(run);
});

test('a page of another site can send nothing', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const body = { id: crypto.randomUUID(), text: 'hello' };
  expect((await page.post('/chat/messages', body, { 'x-qadam': '' })).status).toBe(403);
});

test('a text over the limit is refused with its length and the limit, in the language of the page', async () => {
  const { url, echo } = await openRig();
  const kazakh = await Page.open(url, { language: 'kk' });
  const russian = await Page.open(url, { language: 'ru-KZ,ru;q=0.9' });
  const long = 'ә'.repeat(5000);
  const answer = await kazakh.say(long);
  expect(answer.status).toBe(413);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect((await detail(answer)).replaceAll('\u00a0', ' ')).toMatch(/5 000.*4 096/);
  expect((await detail(await russian.say(long))).replaceAll('\u00a0', ' ')).toMatch(/4 096.*5 000/);
  expect((await kazakh.say('ә'.repeat(4096))).status).toBe(202);
  for (const unseen of [' \n ', '\u3164'.repeat(60), '\u2800'.repeat(12), '\u202a\u202c'])
    expect((await kazakh.say(unseen)).status).toBe(400);
  expect(echo.heard.length).toBeLessThanOrEqual(1);
});

test('a file over 20 MB is refused in the language of the page; a smaller one is taken by its content', async () => {
  const { url, echo } = await openRig();
  const page = await Page.open(url, { language: 'ru' });
  const answer = await page.attach(new Uint8Array(21 * 1024 ** 2), 'отчёт.pdf');
  expect(answer.status).toBe(413);
  expect(await detail(answer)).toBe(
    'Файл слишком большой: отчёт.pdf. Можно до 20 МБ. Пришлите файл поменьше.',
  );
  const stream = await page.follow();
  expect((await page.attach(samplePhoto(1), '../дом.txt', { caption: 'Работа', group: 'g1' })).status).toBe(
    202,
  );
  await stream.until(({ texts }) => texts().length === 2);
  expect(stream.texts()[1]).toBe(`photo дом.txt image/png ${samplePhoto(1).length} of an album Работа`);
  expect(echo.heard).toHaveLength(1);
  expect((await page.attach(new Uint8Array(0), 'empty.txt')).status).toBe(400);
});

test('what is not an image is only ever saved, never shown', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  await page.attach(new TextEncoder().encode('%PDF-1.7\n<script>alert(1)</script>'), 'x.html');
  const stream = await page.follow();
  await stream.until(({ shown }) => shown.call(stream)[0]?.media.length === 1);
  const { headers } = await page.get(`/chat/media/${stream.shown()[0]?.media[0]?.id}`);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toContain('attachment');
});

test('a file of a type that nobody can look at is refused, and told what would do', async () => {
  const { url, echo } = await openRig();
  for (const [language, type] of [
    ['kk', 'құжат'],
    ['ru', 'документ'],
    ['en', 'document'],
  ] as const) {
    const page = await Page.open(url, { language });
    const answer = await page.attach(new TextEncoder().encode('<script>alert(1)</script>'), 'x.html');
    expect(answer.status).toBe(415);
    expect(await detail(answer)).toMatch(new RegExp(`x\\.html.*JPEG.*${type} \\(PDF`));
  }
  expect(echo.heard).toHaveLength(0);
});

test('strange requests get a clear refusal, never a failure', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const id = crypto.randomUUID();
  const bodies = [
    {},
    { id },
    { id, text: 5 },
    { id, text: { $gt: '' } },
    { id: 'x', text: 'hello' },
    { id, start: 'a b' },
    { id, tap: { message: 'one', data: 'x' } },
    { id, tap: { message: '1', data: 'x'.repeat(65) } },
    { id, text: 'hello', unknown: 1 },
    { id, tap: { message: '1', data: 'x', unknown: 1 } },
    [],
  ];
  for (const body of bodies) {
    const { status } = await page.post('/chat/messages', body);
    expect([status, body]).toEqual([400, body]);
  }
  expect((await page.get('/chat/media/..%2f..%2fetc')).status).toBe(400);
  expect((await page.get(`/chat/events?chat=${page.chat}&unknown=1`)).status).toBe(400);
});
