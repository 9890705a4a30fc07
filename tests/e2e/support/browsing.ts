// A real Chromium, and pages that remember everything that went wrong in them.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });

/** Collects script errors, refused and failed requests of every page of a context, tabs opened by links included. */
export function watchFaults(context: BrowserContext): readonly string[] {
  const faults: string[] = [];
  context.on('page', (page) => watchPage(page, faults));
  return faults;
}

function watchPage(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') faults.push(`console: ${line.text()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // The stream of events has no end of its own: leaving the page breaks it off.
    const isLeaving = why === 'net::ERR_ABORTED' && new URL(request.url()).pathname === '/chat/events';
    if (!isLeaving) faults.push(`failed: ${request.method()} ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
}

/** Keeps a picture where SCREENSHOTS names a directory; otherwise does nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const directory = process.env.SCREENSHOTS;
  if (directory === undefined || directory === '') return;
  await page.mouse.move(0, 0);
  await page.locator('.toast').evaluateAll((toasts) => {
    for (const toast of toasts) toast.remove();
  });
  await page.screenshot({ path: `${directory}/${name}.png`, animations: 'disabled' });
}
