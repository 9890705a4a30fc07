// The demo's page: the student at the left, and at the right whoever decides next.
import type { Page } from 'playwright-core';
import type { Language } from '../../../engine/kernel/languages.ts';
import { textPattern } from '../../support/world/template.ts';
import { Seat } from './seat.ts';

const labels: Readonly<Record<Language, string>> = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };

export class Table {
  readonly page: Page;
  readonly student: Seat;
  readonly language: Language;
  #hasStaff = false;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
    this.student = new Seat(page, 0, language);
  }

  /** Opens the chat and has everybody in the demo speak one language. @param address `/chat`, or a link into it */
  static async open(page: Page, address: string, language: Language): Promise<Table> {
    await page.goto(address);
    await page.locator('.pane .start, .pane .theirs').first().waitFor();
    const moved = page.waitForResponse((response) => response.url().endsWith('/chat/demo/language'));
    await page.getByRole('button', { name: labels[language], exact: true }).click();
    await moved;
    await page.locator('.toast').waitFor();
    return new Table(page, language);
  }

  /** Somebody in the first place, e.g. `participant.web.demo-badge-new`. */
  async first(chat: string): Promise<Seat> {
    await this.page.locator(`[data-person="${chat}"]`).click();
    await this.page.locator(`.pane:nth-child(1)[data-chat="${chat}"]`).waitFor();
    return new Seat(this.page, 0, this.language);
  }

  /** A member of staff, beside the student. @param id the persona's, e.g. `coordinator` */
  async with(id: string): Promise<Seat> {
    const person = this.page.locator(`[data-person="staff.web.demo-${id}"]`);
    if (!this.#hasStaff) {
      await person.hover();
      await this.page.locator('.people li', { has: person }).locator('.beside').click();
    } else await person.click();
    await this.page.locator(`.pane:nth-child(2)[data-chat="staff.web.demo-${id}"]`).waitFor();
    this.#hasStaff = true;
    return new Seat(this.page, 1, this.language);
  }

  async nextDay(): Promise<void> {
    const day = this.page.locator('.demo b');
    const before = (await day.textContent()) ?? '';
    await this.page.locator('.next-day').click();
    await day.filter({ hasNotText: before }).waitFor();
  }

  /** The page's own words. */
  words = (key: string): RegExp => new RegExp(textPattern(key, this.language).source);
}
