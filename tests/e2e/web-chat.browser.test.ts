// The web chat in a real browser: talking, editing in place, going offline and back, telephone and desktop, three
// languages. SCREENSHOTS=<directory> keeps pictures to look at.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openRig } from '../api/chat/rig.ts';
import { samplePhoto } from '../support/telegram/index.ts';

let browser: Browser;

beforeAll(async () => {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--lang=ru'] });
});
afterAll(() => browser.close());

const desktop: BrowserContextOptions = { viewport: { width: 1360, height: 860 }, locale: 'ru-RU' };
const telephone: BrowserContextOptions = {
  ...{ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  locale: 'kk-KZ',
};

async function visit(url: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('ERR_INTERNET_DISCONNECTED'))
      faults.push(line.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  await page.goto(`${url}/chat`);
  await page.locator('.start').waitFor();
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  const directory = process.env.SCREENSHOTS;
  if (directory !== undefined)
    await page.screenshot({ path: `${directory}/${name}.png`, animations: 'disabled' });
}

const say = async (page: Page, text: string): Promise<void> => {
  await page.locator('.composer textarea').fill(text);
  await page.locator('.send').click();
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('on a desktop: start, talk, tap, see the message edited in place, two chats side by side', async () => {
  const { url } = await openRig({ demo: true });
  const page = await visit(url, desktop);
  await picture(page, 'desktop-empty');
  await page.locator('.start').click();
  await page.getByText('command start').waitFor();
  await say(page, 'menu');
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByText('Chosen: yes').waitFor();
  await page.locator('.toast').filter({ hasText: 'Noted' }).waitFor();
  expect(await page.getByRole('button', { name: 'Yes' }).count()).toBe(0);
  await say(page, 'card');
  await page.locator('.theirs img').waitFor();
  await page.locator('.people li', { hasText: 'Тимур' }).hover();
  await page.locator('.people li', { hasText: 'Тимур' }).locator('.beside').click();
  expect(await page.locator('.pane').count()).toBe(2);
  await page.locator('.pane').nth(1).locator('.start').click();
  await page.locator('.pane').nth(1).getByText('command start').waitFor();
  await picture(page, 'desktop-two');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'desktop-two-dark');
  await page.locator('.pane').nth(1).locator('.close').click();
  await picture(page, 'desktop-dark');
});

test('on a telephone of 360 points: nothing is cut off, roles in a drawer, unread messages counted', async () => {
  const { url, port } = await openRig({ demo: true });
  const page = await visit(url, telephone);
  await picture(page, 'phone-empty');
  expect(await overflow(page)).toBe(0);
  await page.locator('.start').tap();
  await page.getByText('command start').waitFor();
  await say(page, 'card');
  await page.locator('.theirs img').waitFor();
  await say(
    page,
    'Ұзын хабарлама: сәрсенбіде кітапханада тұрғындарға кітап оқып бердік, содан кейін серуенге шықтық.',
  );
  await page.locator('.theirs').nth(2).waitFor();
  await port.send(
    { desk: 'staff', channel: 'web', chat: 'demo-head' },
    { html: '<b>Жаңа өтініш</b>', buttons: [], media: [] },
  );
  await page.locator('.menu[data-unread="1"]').waitFor();
  expect(await overflow(page)).toBe(0);
  await picture(page, 'phone-talk');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'phone-talk-dark');
  await page.locator('.menu').tap();
  await picture(page, 'phone-drawer');
  await page.locator('.drawer .person', { hasText: 'Гүлнар' }).tap();
  await page.getByText('Жаңа өтініш').waitFor();
  expect(await page.locator('.menu').getAttribute('data-unread')).toBe('');
});

test('offline: what is written waits, the line is shown, and back online nothing is lost or doubled', async () => {
  const { url, echo } = await openRig();
  const page = await visit(url, desktop);
  await page.locator('.start').click();
  await page.getByText('command start').waitFor();
  await page.context().setOffline(true);
  await page.locator('.offline').waitFor();
  await say(page, 'written on a train');
  await page.locator('.message.waiting').waitFor();
  await picture(page, 'desktop-offline');
  await page.locator('.composer textarea').fill('half a thought');
  await page.context().setOffline(false);
  await page.getByText('echo written on a train').waitFor();
  expect(await page.locator('.mine').count()).toBe(1);
  expect(echo.heard.filter((each) => each.input.kind === 'text')).toHaveLength(1);
  expect(await page.locator('.composer textarea').inputValue()).toBe('half a thought');
  await page.reload();
  await page.getByText('echo written on a train').waitFor();
  expect(await page.locator('.composer textarea').inputValue()).toBe('half a thought');
  expect(await page.locator('.mine').count()).toBe(1);
});

test('hostile markup is shown as written, links lead to the web only', async () => {
  const { url, port } = await openRig({ demo: true });
  const page = await visit(url, desktop);
  const html = [
    '<img src=x onerror="document.title=1"><script>document.title=2</script>',
    '<b onclick="x">bold</b> &lt;i&gt; <a href="javascript:alert(1)">bad</a> <a href="https://example.kz/?a=1&amp;b=2">good</a>',
    'plain javascript:alert(1), https://example.kz/one?a=1&amp;b=2, then (https://example.kz/two).',
  ].join('\n');
  await port.send(
    { desk: 'participant', channel: 'web', chat: 'demo-new-student' },
    { html, buttons: [], media: [] },
  );
  const text = page.locator('.theirs .text');
  await text.waitFor();
  expect(await text.locator('img, script').count()).toBe(0);
  expect(await text.textContent()).toContain('<img src=x onerror="document.title=1">');
  expect(await text.locator('b').getAttribute('onclick')).toBeNull();
  expect(await text.locator('a').nth(0).getAttribute('href')).toBeNull();
  expect(await text.locator('a').nth(1).getAttribute('href')).toBe('https://example.kz/?a=1&b=2');
  const plain = ['https://example.kz/one?a=1&b=2', 'https://example.kz/two'];
  expect(await text.locator('a').count()).toBe(4);
  for (const [at, address] of plain.entries()) {
    const link = text.locator('a').nth(at + 2);
    expect([await link.textContent(), await link.getAttribute('href')]).toEqual([address, address]);
  }
});

test('files: attached, shown, one that is too large refused by name; the page speaks three languages', async () => {
  const { url } = await openRig({ demo: true });
  const page = await visit(url, desktop);
  const photo = { name: 'work.png', mimeType: 'image/png', buffer: Buffer.from(samplePhoto(3)) };
  await page.locator('input[type=file]').setInputFiles(photo);
  await picture(page, 'desktop-chip');
  await page.locator('.send').click();
  await page.locator('.mine img').waitFor();
  await page.getByText(/^photo work\.png image\/png/).waitFor();
  const large = { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(21 * 1024 ** 2) };
  await page.locator('input[type=file]').setInputFiles(large);
  await page.locator('.toast.problem').filter({ hasText: 'film.mp4. Можно до 20 МБ' }).waitFor();
  for (const [name, day] of [
    ['Қаз', '5 қазан, дүйсенбі'],
    ['Eng', '5 October, Monday'],
    ['Рус', '5 октября, понедельник'],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    expect(await page.locator('.demo b').textContent()).toBe(day);
  }
  await page.locator('.next-day').click();
  await page.locator('.demo b', { hasText: '6 октября, вторник' }).waitFor();
  await page.locator('.next-month').click();
  await page.locator('.demo b', { hasText: '5 ноября, четверг' }).waitFor();
});

test('the demo starts over after asking: the first day, empty chats, and no draft is left', async () => {
  const { url } = await openRig({ demo: true });
  const page = await visit(url, telephone);
  const other = await visit(url, desktop);
  await page.locator('.start').tap();
  await page.getByText('command start').waitFor();
  await page.locator('.composer textarea').fill('half a thought');
  await page.locator('.next-week').tap();
  await page.locator('.demo b', { hasText: '12 қазан' }).waitFor();
  await page.locator('.start-over').tap();
  await page.locator('.ask').waitFor();
  await picture(page, 'phone-start-over');
  await page.locator('.ask .keep').tap();
  expect(await page.locator('.composer textarea').inputValue()).toBe('half a thought');
  await page.locator('.start-over').tap();
  await page.locator('.ask .act').tap();
  await page.locator('.demo b', { hasText: '5 қазан' }).waitFor();
  await page.locator('.start').waitFor();
  expect(await page.locator('.composer textarea').inputValue()).toBe('');
  expect(await overflow(page)).toBe(0);
  // The other page has looked by then, and begun anew.
  await other.evaluate(() => Object.assign(window, { before: true }));
  await other.waitForFunction(() => !('before' in window));
});
