// One person's chat on the page, used as they would: they read, press buttons, write, and choose files.
// Texts are named by key, so that one script reads the same in every language. Each message is heard once.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../../engine/kernel/languages.ts';
import { textPattern } from '../../support/world/template.ts';

const PATIENCE = 15_000;

export class Seat {
  readonly pane: Locator;
  readonly #page: Page;
  readonly #language: Language;
  #heard = '';

  /** @param place which of the open chats, from the left */
  constructor(page: Page, place: number, language: Language) {
    this.#page = page;
    this.#language = language;
    this.pane = page.locator('.pane').nth(place);
  }

  /**
   * Waits for a message that was not heard yet. A key, or a pattern of words.
   * @param about words that must be in it, too, e.g. whom a card is about
   */
  async hears(what: string | RegExp, about = ''): Promise<Locator> {
    const found = this.pane
      .locator('.theirs:not([data-heard])')
      .filter({ hasText: this.#pattern(what) })
      .filter({ hasText: about })
      .last();
    try {
      await found.waitFor({ timeout: PATIENCE });
    } catch {
      throw new Error(`did not hear ${String(what)}. The chat ends with:\n${await this.#ending()}`);
    }
    this.#heard = await found.evaluate((message) => {
      for (const each of message.parentElement?.querySelectorAll('.theirs') ?? []) {
        each.setAttribute('data-heard', '');
        if (each === message) break;
      }
      return message.getAttribute('data-seq') ?? '';
    });
    return this.heard;
  }

  /** Waits for a message that was not heard yet, or until what was heard last says this. */
  async reads(what: string | RegExp): Promise<Locator> {
    const fresh = this.pane.locator('.theirs:not([data-heard])').filter({ hasText: this.#pattern(what) });
    const edited = this.heard.filter({ hasText: this.#pattern(what) });
    await fresh
      .or(edited)
      .last()
      .waitFor({ timeout: PATIENCE })
      .catch(() => undefined);
    return (await fresh.count()) > 0 ? this.hears(what) : this.heard;
  }

  /** Waits until what was heard last was edited to say this. */
  async seesItBecome(what: string | RegExp): Promise<void> {
    await this.heard.filter({ hasText: this.#pattern(what) }).waitFor({ timeout: PATIENCE });
  }

  /** What was heard last. */
  get heard(): Locator {
    return this.pane.locator(`[data-seq="${this.#heard}"]`);
  }

  /** Presses a button of what was heard last: by the key of its label, or by words of it. */
  async tap(label: string | RegExp): Promise<void> {
    const still = this.#page.locator(':not([data-settling])');
    await this.button(label).and(still).click({ timeout: PATIENCE });
  }

  button(label: string | RegExp): Locator {
    const hasText =
      typeof label === 'string'
        ? new RegExp(`^\\s*(?:${textPattern(label, this.#language).source})\\s*$`)
        : label;
    return this.heard.locator('.choice').filter({ hasText }).first();
  }

  async start(): Promise<void> {
    await this.pane.locator('.start').click();
  }

  async say(text: string): Promise<void> {
    await this.pane.locator('textarea').fill(text);
    await this.pane.locator('textarea').press('Enter');
  }

  /** Through the browser's own file dialogue. */
  async attach(name: string, mimeType: string, buffer: Buffer, ...more: readonly Buffer[]): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.pane.locator('.composer .round').first().click();
    await (await chooser).setFiles([buffer, ...more].map((each) => ({ name, mimeType, buffer: each })));
    await this.pane.locator('.chips li').nth(more.length).waitFor();
    await this.pane.locator('.send').click();
  }

  /** Fails unless the newest message is within sight. */
  async expectNewestInSight(): Promise<void> {
    const sight = this.pane.locator('.scroll');
    const below = () =>
      sight.evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
    await expect.poll(below).toBeLessThan(2);
  }

  #pattern = (what: string | RegExp): RegExp =>
    typeof what === 'string' ? new RegExp(textPattern(what, this.#language).source) : what;

  async #ending(): Promise<string> {
    return (await this.pane.locator('.message').allInnerTexts()).slice(-4).join('\n—\n');
  }
}
