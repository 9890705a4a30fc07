// The visible steps of badge, contest and grant on the product itself, in a real browser, by clicking: what comes before
// and after is in the demo. LANGUAGE=kk|en plays them in another language; SCREENSHOTS=<directory> keeps pictures.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import * as badge from './support/badge-chapters.ts';
import { openBrowser, watchFaults } from './support/browsing.ts';
import * as contest from './support/contest-chapters.ts';
import * as grant from './support/grant-chapters.ts';
import { photograph } from './support/photograph.ts';
import { type Product, startProduct } from './support/product.ts';
import { recording } from './support/recording.ts';
import { Table } from './support/table.ts';

const language = (['kk', 'en'] as const).find((each) => each === process.env.LANGUAGE) ?? 'ru';

let browser: Browser;
let product: Product;
let material: badge.Material;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
  material = { photo: await photograph(browser), video: await recording(browser) };
}, 200_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 30_000);

async function sit(screen: BrowserContextOptions = {}): Promise<Table> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1200, height: 800 }, locale: 'ru-RU', timezoneId: 'Asia/Almaty' },
    ...screen,
  });
  const faults = watchFaults(context);
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  return Table.open(await context.newPage(), `${product.url}/chat`, language);
}

test('badge: applies with a photo, sends a video and an album, and reads the status', async () => {
  const table = await sit();
  await badge.applies(table, material);
  await badge.keepsJournal(table, material);
}, 120_000);

test('contest: is nominated with a document, and admitted', async () => {
  await contest.isNominated(await sit(), Buffer.from('%PDF-1.7\n%%EOF'));
}, 120_000);

test('grant: opens the plan and sends photos for an indicator', async () => {
  await grant.sendsEvidence(await sit(), material.photo);
}, 120_000);
