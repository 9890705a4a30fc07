// One person of a story. What they hear is awaited, whatever channel brings it; each thing is heard once.
import type { Language } from '../../../engine/kernel/languages.ts';
import type { ChatDriver, SeenMessage } from './driver.ts';
import type { SampleKind } from './sample-files.ts';
import { textPattern } from './template.ts';
import { Watch } from './watch.ts';

/** Longer than whatever was killed takes to recover (30 s). */
const PATIENCE = 45_000;
/** Changes that this process makes are heard at once; for those of others it has to look. */
const LOOK_EVERY = 100;

export class StoryActor {
  language: Language;
  readonly name: string;
  readonly driver: ChatDriver;
  /** What was heard last: taps go to its buttons unless told otherwise. */
  heard: SeenMessage | null = null;
  #before = 0;

  readonly #onAct: (() => Promise<void>) | undefined;

  constructor(name: string, driver: ChatDriver, language: Language, onAct?: () => Promise<void>) {
    this.#onAct = onAct;
    this.name = name;
    this.driver = driver;
    this.language = language;
  }

  async say(...texts: readonly string[]): Promise<this> {
    for (const text of texts) {
      await this.#mark();
      await this.driver.say(text);
    }
    return this;
  }

  /** Taps the button whose label has this key (or these words), on what was heard last or on `on`. */
  async tap(label: string, on: SeenMessage | null = this.heard): Promise<this> {
    if (!on) throw new Error(`${this.name} has heard nothing to tap on`);
    const button = on.buttons.find((each) => this.#isCalled(each.label, label));
    if (!button)
      throw new Error(
        `${this.name} sees no button ${label} among ${on.buttons.map((each) => each.label).join(' | ')} under «${on.text}»`,
      );
    await this.#mark();
    await this.driver.tap(on, button.label);
    return this;
  }

  sendPhoto = (): Promise<this> => this.sendFile('photo');
  sendVideo = (): Promise<this> => this.sendFile('video');

  async sendFile(kind: SampleKind): Promise<this> {
    await this.#mark();
    await this.driver.sendFile(kind);
    return this;
  }

  async sendAlbum(): Promise<this> {
    await this.#mark();
    await this.driver.sendAlbum();
    return this;
  }

  async sendHugePicture(): Promise<this> {
    await this.#mark();
    await this.driver.sendHugePicture();
    return this;
  }

  async sendContact(phone: string): Promise<this> {
    await this.#mark();
    await this.driver.sendContact(phone);
    return this;
  }

  /** The newest thing that this person did arrives once more. */
  async redeliver(): Promise<void> {
    await this.driver.redeliver();
  }

  async sendSticker(): Promise<this> {
    await this.#mark();
    await this.driver.sendSticker();
    return this;
  }

  /** Waits for a message with this text since the last act. A key, or a pattern of words. */
  async hears(what: string | RegExp): Promise<SeenMessage> {
    return this.#await(what, this.#before);
  }

  /** Waits for a message with this text, whenever it came: a notice may be faster than a reply. */
  async getsNotice(what: string | RegExp): Promise<SeenMessage> {
    return this.#await(what, 0);
  }

  /** The address behind a button of what was heard last. */
  link(label: string): string {
    const button = this.heard?.buttons.find((each) => this.#isCalled(each.label, label));
    if (!button?.url) throw new Error(`${this.name} sees no link ${label}`);
    return button.url;
  }

  /** How many messages show this text now. */
  async count(what: string | RegExp): Promise<number> {
    const pattern = this.#pattern(what);
    return (await this.driver.messages()).filter((message) => pattern.test(message.text)).length;
  }

  async #await(what: string | RegExp, after: number): Promise<SeenMessage> {
    const pattern = this.#pattern(what);
    const until = performance.now() + PATIENCE;
    const watch = new Watch(this.driver.listen);
    try {
      for (;;) {
        const messages = await this.driver.messages();
        const found = messages.findLast((message) => message.rev > after && pattern.test(message.text));
        if (found) {
          this.heard = found;
          return found;
        }
        if (performance.now() > until) throw new Error(this.#unheard(what, messages.slice(-3)));
        await watch.next(LOOK_EVERY);
      }
    } finally {
      watch.stop();
    }
  }

  #pattern = (what: string | RegExp): RegExp =>
    typeof what === 'string' ? textPattern(what, this.language) : what;

  #isCalled = (shown: string, wanted: string): boolean =>
    /^[\w-]+:[\w.-]+$/.test(wanted) ? textPattern(wanted, this.language).test(shown) : shown.includes(wanted);

  #unheard = (what: string | RegExp, last: readonly SeenMessage[]): string =>
    [
      `${this.name} did not hear ${String(what)}. The last messages:`,
      ...last.map(({ text, buttons }) => `— ${text}\n  [${buttons.map((each) => each.label).join(' | ')}]`),
    ].join('\n');

  async #mark(): Promise<void> {
    await this.#onAct?.();
    this.#before = await this.driver.newest();
  }
}
