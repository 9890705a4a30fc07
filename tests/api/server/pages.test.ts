// The first page in three languages, and failures as a person meets them in a browser.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { html } from '../../../api/pages/html.ts';
import { pageRoutes } from '../../../api/pages/routes.ts';
import { telegramRoutes } from '../../../api/routes/telegram.ts';
import { openServer, type ServerStage } from './stage.ts';

let server: ServerStage;
const delivered: unknown[] = [];

beforeAll(async () => {
  const channel = {
    handleWebhook: async (body: unknown, secret: string | undefined) => {
      if (secret !== 'right') return 401;
      delivered.push(body);
      return 200;
    },
  };
  server = await openServer({
    open: () => [
      pageRoutes(true),
      telegramRoutes(new Map([['participant', channel]])),
      async (app) => {
        app.get('/broken', { config: { access: 'public' } }, async () => {
          throw new Error('the secret plan');
        });
      },
    ],
  });
});
afterAll(() => server?.close());

const look = (url: string, language: string) =>
  server.ask('GET', url, { apiKey: null, headers: { accept: 'text/html', 'accept-language': language } });

test.each([
  ['kk', 'қадамба-қадам'],
  ['ru', 'шаг за шагом'],
  ['en', 'step by step'],
])('in %s it says what Qadam is, how to play the demo and what is where', async (language, lead) => {
  const { text, headers } = await look('/', `${language}-KZ,fr;q=0.5`);
  expect(text).toContain(`<html lang="${language}">`);
  expect(text).toContain(lead);
  expect(text.match(/<li>\s*<h3>/g)).toHaveLength(5);
  for (const address of ['/docs', '/health/ready', '/metrics']) expect(text).toContain(`href="${address}"`);
  // Not served by this server, so not offered.
  expect(text).not.toContain('href="/console"');
  expect(String(headers['content-security-policy'])).toContain("script-src 'self'");
  expect(text).not.toMatch(/<script|style=/);
});

test('a language chosen on the page goes before that of the browser', async () => {
  expect((await look('/?lang=en', 'ru')).text).toContain('<html lang="en">');
  expect((await look('/?lang=xx', 'ru')).text).toContain('<html lang="ru">');
});

test.each([
  ['fr,ru;q=0.4,en;q=0.9', 'en'],
  ['ru-RU,ru;q=0.9,kk;q=0.8', 'ru'],
  ['en;q=0, ru;q=0.1', 'ru'],
  ['de', 'kk'],
])('of %s our reader is shown %s', async (accepted, language) => {
  expect((await look('/', accepted)).text).toContain(`<html lang="${language}">`);
});

test('its files are served', async () => {
  const css = await look('/assets/site.css', 'ru');
  expect([css.status, css.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  expect((await look('/assets/../server.ts', 'ru')).status).toBe(404);
});

test('a failure in a browser is a page in its language, with the reference of a bug', async () => {
  const missing = await look('/nothing', 'ru');
  expect([missing.status, missing.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(missing.text).toContain('Такой страницы нет');
  const broken = await look('/broken', 'kk');
  expect(broken.status).toBe(500);
  const [, reference] = /нөмір: ([A-Z2-9]{8})/.exec(broken.text) ?? [];
  expect(reference).toBeDefined();
  expect(server.log()).toContain(`"reference":"${reference}"`);
  expect(broken.text).not.toContain('secret plan');
});

test('values in templates are escaped, templates in templates are not', () => {
  expect(String(html`<p title="${'"<&'}">${[html`<b>${'<i>'}</b>`, null, false, 0]}</p>`)).toBe(
    '<p title="&quot;&lt;&amp;"><b>&lt;i&gt;</b>0</p>',
  );
});

test("Telegram's updates reach their bot with the secret alone, and need no key of ours", async () => {
  const post = (url: string, secret?: string) =>
    server.ask('POST', url, {
      apiKey: null,
      body: { update_id: 1 },
      ...(secret && { headers: { 'x-telegram-bot-api-secret-token': secret } }),
    });
  expect((await post('/v1/telegram/participant', 'right')).status).toBe(200);
  expect(delivered).toEqual([{ update_id: 1 }]);
  expect((await post('/v1/telegram/participant', 'wrong')).status).toBe(401);
  expect((await post('/v1/telegram/participant')).status).toBe(401);
  expect((await post('/v1/telegram/staff', 'right')).status).toBe(404);
  expect(delivered).toHaveLength(1);
});
