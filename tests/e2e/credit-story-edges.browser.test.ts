// What goes wrong at a kitchen table: a second start, an old button, too much text, too large a file, two tabs, a closed
// laptop. On the product itself, so that every limit on the way is the real one.
import { once } from 'node:events';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, watchFaults } from './support/browsing.ts';
import { begin } from './support/credit-chapters.ts';
import { type Product, spawnProduct, startProduct } from './support/product.ts';
import { Table } from './support/table.ts';

let browser: Browser;
let product: Product;
let context: BrowserContext;
let faults: readonly string[];

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
}, 200_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 30_000);
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'ru-RU' });
  faults = watchFaults(context);
});
afterEach(() => context.close());

/** A chat of one's own, just begun. */
async function visitor(): Promise<Table> {
  const table = await Table.open(await context.newPage(), `${product.url}/chat?start`, 'ru');
  await begin(table);
  return table;
}

test('a second start on the same data is refused with one sentence, and harms nothing', async () => {
  const second = spawnProduct(product.dataDirectory);
  let told = '';
  for (const stream of [second.stdout, second.stderr]) stream?.on('data', (chunk) => (told += String(chunk)));
  const [code] = await once(second, 'close');
  expect(code).not.toBe(0);
  expect(
    told.match(/Qadam already runs on .* \(process \d+\)\. Stop it first, or set DATA_DIR/g),
  ).toHaveLength(1);
  expect(told).not.toMatch(/\n\s+at /);
  expect((await fetch(`${product.url}/health/ready`)).status).toBe(200);
});

test('a button from before says so and shows what can be done now', async () => {
  const { student, page, words } = await visitor();
  await student.tap('credit:button.register');
  await student.hears('credit:register.consent');
  await student.tap('credit:register.agree');
  await student.hears('register:which-name');
  const old = student.button('common:button.back');
  await student.say('Образцова Дана');
  await student.hears('credit:register.which-university');
  await old.click();
  await page.getByText(words('common:dialogue.stale-button')).waitFor();
  await student.hears('credit:register.which-university');
  expect(faults).toEqual([]);
}, 30_000);

test('4,097 characters are counted and not sent; 4,096 are', async () => {
  const { student, page } = await visitor();
  const field = student.pane.locator('textarea');
  await field.fill('ә'.repeat(4097));
  expect(((await student.pane.locator('.count').textContent()) ?? '').replaceAll('\u00a0', ' ')).toContain(
    '4 097',
  );
  await field.press('Enter');
  expect(await student.pane.locator('.send').isDisabled()).toBe(true);
  expect(await page.locator('.mine').count()).toBe(0);
  await student.say('ә'.repeat(4096));
  await student.hears('common:dialogue.not-understood');
  expect(await page.locator('.mine').count()).toBe(1);
  expect(faults).toEqual([]);
}, 30_000);

test('a file of 60 MB is refused by name, in the language, by the page and by the server', async () => {
  const { page, words } = await visitor();
  const answer = await page.evaluate(async () => {
    const form = new FormData();
    form.append('id', crypto.randomUUID());
    form.append('file', new File([new Uint8Array(60 * 1024 ** 2)], 'film.mp4'));
    const headers = { 'x-qadam': '1', 'accept-language': 'ru' };
    const response = await fetch('/chat/files', { method: 'POST', body: form, headers });
    return { status: response.status, body: await response.json() };
  });
  const refusal = words('web:problem.file-too-large');
  expect(answer.status).toBe(413);
  expect(answer.body.detail).toMatch(refusal);
  expect(answer.body.detail).toContain('film.mp4');
  await page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(60 * 1024 ** 2)], 'film.mp4'));
    const drop = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true });
    document.querySelector('.pane')?.dispatchEvent(drop);
  });
  await page.locator('.toast.problem', { hasText: refusal }).waitFor();
  expect(await page.locator('.mine').count()).toBe(0);
}, 30_000);

test('two tabs of one persona show the same; a laptop that was closed catches up', async () => {
  const open = async () => {
    const page = await context.newPage();
    await page.goto(`${product.url}/chat`);
    await page.locator('[data-person="staff.web.demo-operator"]').click();
    await page.locator('.pane[data-chat="staff.web.demo-operator"]').waitFor();
    return new Table(page, 'ru');
  };
  const left = await open();
  await left.student.start();
  await left.student.hears('staff:menu.calm');
  const right = await open();
  await right.student.hears('staff:menu.calm');
  await right.student.say('/queue');
  await left.student.hears('reviews:queue.empty');

  const away = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const laptop = await away.newPage();
  await laptop.goto(`${product.url}/chat`);
  await laptop.locator('[data-person="staff.web.demo-operator"]').click();
  await laptop.locator('.mine', { hasText: '/queue' }).waitFor();
  await away.setOffline(true);
  await laptop.locator('.offline').waitFor();
  await left.student.say('/help');
  await left.student.hears(/\/queue/);
  await laptop.locator('textarea').fill('/menu');
  await laptop.locator('textarea').press('Enter');
  await laptop.locator('.message.waiting').waitFor();
  await away.setOffline(false);
  await laptop.locator('.mine:not(.waiting)', { hasText: '/help' }).waitFor();
  await laptop.locator('.mine:not(.waiting)', { hasText: '/menu' }).waitFor();
  await laptop.locator('.offline').waitFor({ state: 'hidden' });
  await left.student.hears('staff:menu.calm');
  expect(await left.page.locator('.mine', { hasText: '/menu' }).count()).toBe(1);
  expect(faults).toEqual([]);
  await away.close();
}, 30_000);
