// The demo's minor and their legal representative, both played by one person: the link is passed on, the consent given on
// the secure form, and the way is open.
import { expect, onTestFinished, test } from 'vitest';
import { openBrowser, picture, watchFaults } from './support/browsing.ts';
import { startProduct } from './support/product.ts';
import { Seat } from './support/seat.ts';
import { Table } from './support/table.ts';

const LANGUAGE = 'ru';

test('one person plays the minor and the representative', async () => {
  const product = await startProduct();
  const browser = await openBrowser();
  onTestFinished(async () => {
    await browser.close();
    await product.stop();
  });
  const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1280, height: 860 } });
  const faults = watchFaults(context);
  const page = await context.newPage();
  const { student } = await Table.open(page, '/chat', LANGUAGE);
  await page.locator('[data-person="participant.web.demo-minor"]').click();
  await page.locator('.pane[data-chat="participant.web.demo-minor"]').waitFor();
  await student.start();
  await student.hears('guardian:needed');
  await student.tap('guardian:button.invite');
  const invitation = await student.hears('guardian:invite');
  await picture(page, 'demo-minor');
  const link = (await invitation.locator('a').getAttribute('href')) ?? '';

  const tab = await context.newPage();
  await tab.goto(link);
  await tab.locator('.pane[data-chat="participant.web.demo-guardian"]').waitFor();
  const guardian = new Seat(tab, 0, LANGUAGE);
  await guardian.start();
  await guardian.hears('common:welcome.greeting');
  await guardian.tap('common:language.ru');
  await guardian.hears('guardian:which-decision');
  await guardian.tap('guardian:decision.yes');
  await guardian.hears('guardian:which-name');
  await guardian.say('Үлгі Ана');
  await guardian.hears('guardian:which-relation');
  await guardian.tap('guardian:relation.parent');
  const offered = await guardian.hears('guardian:form');
  await picture(tab, 'demo-guardian');

  const opened = context.waitForEvent('page');
  await offered.locator('a').last().click();
  const form = await opened;
  const iin = (await form.locator('.demo code').textContent()) ?? '';
  await form.locator('#iin').fill(iin);
  await form.locator('#agreed').check();
  await form.locator('button[type=submit]').click();
  await form.waitForURL(/\/forms\/done\?of=guardian-form/);

  await guardian.hears('guardian:notice.you-consented');
  await student.hears('guardian:notice.consented');
  await page.bringToFront();
  await picture(page, 'demo-consented');
  expect(faults).toEqual([]);
}, 240_000);
