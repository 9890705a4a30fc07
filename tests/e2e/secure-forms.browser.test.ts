// The secure forms in a real browser, as on a telephone: opened inside Telegram, filled in, and not a word of complaint.
import { expect, onTestFinished, test } from 'vitest';
import { formRoutes } from '../../api/forms/routes.ts';
import { pageRoutes } from '../../api/pages/routes.ts';
import { openMiniApp } from '../../engine/people/mini-app.ts';
import { openSecureForm } from '../../engine/people/secure-forms.ts';
import { people } from '../../engine/people/store.ts';
import { demoVerifier } from '../../engine/signatures/demo.ts';
import { openServer } from '../api/server/stage.ts';
import { newHost, newStudent } from '../support/credit/cast.ts';
import { initFields, signedInitData } from '../support/telegram/init-data.ts';
import { openBrowser, picture, watchFaults } from './support/browsing.ts';

const TOKEN = '700005:browser-test-token';
const PHONE = { width: 390, height: 844 };

async function openStage() {
  const server = await openServer({
    open: (ctx) => [pageRoutes(true), formRoutes(ctx, true, { tokenOf: () => TOKEN }, demoVerifier)],
  });
  await newHost(server.ctx);
  const browser = await openBrowser();
  onTestFinished(async () => {
    await browser.close();
    await server.close();
  });
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const context = await browser.newContext({ viewport: PHONE });
  const faults = watchFaults(context);
  return { server, url, page: await context.newPage(), faults };
}

test('the identity form opens by Telegram’s word and is confirmed by a signature', async () => {
  const { server, url, page, faults } = await openStage();
  const student = await newStudent(server.ctx, 'Айым Мысал', 'participant.telegram.1001');
  const secret = await openMiniApp(
    server.ctx,
    { kind: 'identity-form', person: student.id },
    'participant.telegram.1001',
  );
  const data = signedInitData(initFields(1001, server.clock.now()), TOKEN);
  await page.goto(`${url}/forms/app/${secret}#tgWebAppData=${encodeURIComponent(data)}&tgWebAppVersion=8.0`);
  await page.waitForURL(/\/forms\/[a-z2-9]{32}$/);
  await picture(page, 'form-identity');
  const [iin = '', iban = ''] = await page.locator('.demo').first().locator('code').allTextContents();
  await page.getByLabel('ЖСН', { exact: true }).fill(iin);
  await page.getByLabel(/IBAN/).fill(iban);
  await page.locator('summary').click();
  await page.locator('#signature_text').fill((await page.locator('.signature code').textContent()) ?? '');
  await picture(page, 'form-signature');
  await page.getByRole('button', { name: 'Жіберу' }).click();
  await page.waitForURL(/\/forms\/done/);
  await picture(page, 'form-done');
  const kept = await people.on(server.ctx.db).findById(student.id).lean();
  expect(kept?.iinConfirmed?.by).toBe('signature');
  expect(faults).toEqual([]);
});

test('a guardian reads what they consent to, is told what is missing, and consents', async () => {
  const { server, url, page } = await openStage();
  const { ctx } = server;
  const minor = await newStudent(ctx, 'Әлия Мысал', 'participant.telegram.1002');
  await people.on(ctx.db).updateOne({ _id: minor.id }, { $set: { birthDate: '2010-01-01' } });
  const guardian = await newStudent(ctx, 'Үлгі Ана', 'participant.telegram.1003');
  const about = { minor: minor.id, relation: 'parent' };
  const secret = await openSecureForm(ctx, { kind: 'guardian-form', person: guardian.id, about });
  await page.goto(`${url}/forms/${secret}`);
  await picture(page, 'form-guardian');
  expect(await page.locator('main').textContent()).toContain('Әлия Мысал');
  const iin = (await page.locator('.demo code').textContent()) ?? '';
  await page.locator('#iin').fill(iin);
  await page.getByRole('button', { name: 'Келісім беру' }).click();
  await page.locator('#agreed-wrong').waitFor();
  await picture(page, 'form-guardian-wrong');
  await page.locator('#agreed').check();
  await page.getByRole('button', { name: 'Келісім беру' }).click();
  await page.waitForURL(/\/forms\/done\?of=guardian-form/);
  const kept = await people.on(ctx.db).findById(minor.id).lean();
  expect(kept?.consents.at(-1)?.asGuardian).toBe(true);
});
