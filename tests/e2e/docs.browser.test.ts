// The page of the API's description in a real browser: it opens, shows an operation, and nothing of it is blocked.

import { chromium } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { resourceRoutes } from '../../api/routes/resources.ts';
import { openContext, openServer } from '../api/server/stage.ts';
import { giveBack } from '../support/services/fresh-database.ts';

test('the description is shown without a word on the console', async () => {
  const { ctx } = await openContext();
  const server = await openServer({ resources: [await resourceRoutes(ctx)] });
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  onTestFinished(async () => {
    await browser.close();
    await server.close();
    await giveBack(ctx.db);
  });
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (line) => faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${url}/docs/`);
  await page.locator('.opblock-post .opblock-summary').first().click();
  await page.locator('.opblock-body').first().waitFor();
  await page.locator('.try-out__btn').first().click();
  await page.locator('.parameters textarea, .parameters input').first().waitFor();
  expect(faults).toEqual([]);
});
