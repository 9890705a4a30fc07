// People who use the bot all day: each goes round the same things, answered before they go on.
import type { Bot, BotApi, ButtonWish, User } from '../../support/telegram/index.ts';
import { addressOf } from '../turn/people.ts';

/** What an act leads to: a new message, or the tapped one in a new form. */
interface Act {
  readonly text?: string;
  /** The end of the button's data. */
  readonly tap?: (round: number) => string;
  readonly shows: 'new' | 'in place';
}

const tap = (data: string, shows: Act['shows']): Act => ({ tap: () => data, shows });

const day: readonly Act[] = [
  { text: '/menu', shows: 'new' },
  tap('go:credit.find:', 'new'),
  tap(':elderly', 'in place'),
  tap(':!back', 'in place'),
  tap(':elderly', 'in place'),
  tap(':!back', 'in place'),
  { text: '/lang', shows: 'new' },
  { tap: (round) => (round % 2 === 0 ? ':ru' : ':kk'), shows: 'in place' },
];

/** Where half of the people begin, so that not everybody does the same at a time. */
const HALF_WAY = 6;
const PATIENCE = 30_000;

export interface Heard {
  readonly kind: 'tap' | 'text';
  readonly milliseconds: number;
}

export class Crowd {
  readonly heard: Heard[] = [];
  readonly expected = { new: 0, 'in place': 0, taps: 0 };
  lost = 0;
  /** Acts put off because the one before was not answered yet. */
  late = 0;
  readonly #people: { readonly user: User; at: number; busy: boolean }[];
  readonly #bot: Bot;
  readonly #under = new Set<Promise<void>>();

  constructor(api: BotApi, bot: Bot, size: number) {
    this.#bot = bot;
    this.#people = Array.from({ length: size }, (_, n) => {
      const user = api.user({ id: Number(addressOf(n).chat), firstName: 'Үлгі', languageCode: 'kk' });
      return { user, at: n % 2 === 0 ? 0 : HALF_WAY, busy: false };
    });
  }

  get size(): number {
    return this.#people.length;
  }

  async start(n: number): Promise<void> {
    const person = this.#person(n);
    this.expected.new += 1;
    await person.user.start(this.#bot);
    await person.user.reply(this.#bot, { timeoutMs: PATIENCE });
  }

  /** The next act of the person whose turn it is, unless they still wait. */
  act(n: number): void {
    const person = this.#person(n);
    if (person.busy) {
      this.late += 1;
      return;
    }
    person.busy = true;
    const act = day[person.at % day.length] ?? tap('', 'new');
    const doing = this.#do(person.user, act, Math.floor(person.at / day.length))
      .catch(() => {
        this.lost += 1;
      })
      .finally(() => {
        person.busy = false;
        this.#under.delete(doing);
      });
    person.at += 1;
    this.#under.add(doing);
  }

  async idle(): Promise<void> {
    await Promise.all(this.#under);
  }

  async #do(user: User, { text, tap: data, shows }: Act, round: number): Promise<void> {
    const began = performance.now();
    this.expected[shows] += 1;
    if (text !== undefined) await user.send(this.#bot, text);
    const query = data && (await this.#tap(user, data(round)));
    const shown = user.reply(this.#bot, { timeoutMs: PATIENCE });
    // Whichever of the two fails first: the other one is no news.
    shown.catch(() => undefined);
    if (query === undefined) await shown;
    else await user.waitForAnswer(this.#bot, query, { timeoutMs: PATIENCE });
    this.heard.push({ kind: query === undefined ? 'text' : 'tap', milliseconds: performance.now() - began });
    await shown;
  }

  #tap(user: User, end: string): Promise<string> {
    this.expected.taps += 1;
    const wish: ButtonWish = (button) => button.data?.endsWith(end) === true;
    return user.tap(this.#bot, wish, { timeoutMs: PATIENCE });
  }

  #person(n: number) {
    const person = this.#people[n % this.#people.length];
    if (!person) throw new RangeError('nobody is there');
    return person;
  }
}
