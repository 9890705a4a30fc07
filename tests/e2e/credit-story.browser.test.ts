// The credit story on the product itself: everything that `npm start` starts, in a real browser, by clicking.
// LANGUAGE=kk|en plays it in another language. SCREENSHOTS=<directory> keeps the README's pictures.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Language } from '../../engine/kernel/languages.ts';
import { openBrowser, picture, watchFaults } from './support/browsing.ts';
import * as chapter from './support/credit-chapters.ts';
import { type Product, startProduct } from './support/product.ts';
import { Table } from './support/table.ts';

const chosen = (['kk', 'en'] as const).find((each) => each === process.env.LANGUAGE) ?? 'ru';
const others = (['kk', 'ru', 'en'] as const).filter((each) => each !== chosen);
const locales: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
}, 200_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 30_000);

async function sit(language: Language, path = '/chat', screen: BrowserContextOptions = {}): Promise<Table> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    ...screen,
    locale: locales[language],
    timezoneId: 'Asia/Almaty',
  });
  const faults = watchFaults(context);
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  return Table.open(await context.newPage(), `${product.url}${path}`, language);
}

test(`the credit story in ${chosen}: from registration to payout and re-credit`, async () => {
  const table = await sit(chosen);
  const { page, student } = table;
  await chapter.answerRegistration(table);
  await picture(page, '1-register');
  await chapter.sendRegistration(table);
  await chapter.fillForm(table);
  await chapter.book(table);
  await chapter.invite(table);
  await chapter.workTwentyHours(table, browser);
  await chapter.report(table);
  await chapter.pay(table);
  await chapter.recredit(table);
  await student.say('/status');
  await student.hears('credit:recredit.confirmed');
  await student.expectNewestInSight();
  await picture(page, '5-paid');

  await page.reload();
  await student.hears('credit:recredit.confirmed');
  await student.expectNewestInSight();
  expect(await student.pane.locator('.mine img').count()).toBe(2);
}, 120_000);

test('afterwards, on a telephone of 360 points: every card fits, the newest message is in sight', async () => {
  const telephone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  const table = await sit(chosen, '/chat', telephone);
  const { page, student } = table;
  for (const id of [
    'participant.web.demo-new-student',
    'staff.web.demo-coordinator',
    'staff.web.demo-head',
  ]) {
    await page.locator('.menu').tap();
    await page.locator(`.drawer [data-person="${id}"]`).tap();
    await page.locator(`.pane[data-chat="${id}"] .theirs`).first().waitFor();
    await student.expectNewestInSight();
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  }
}, 30_000);

test.each(others)(
  'a visitor registers in %s in a chat of their own',
  async (language) => {
    const table = await sit(language, '/chat?start');
    await chapter.answerRegistration(table);
    await chapter.sendRegistration(table);
    await table.student.expectNewestInSight();
  },
  30_000,
);
