// Lets several things happen at once, one database request after another, in an order that is given from outside:
// the same choices give the same interleaving, so that a failure can be seen again and made smaller.
import { setTimeout as pause, setImmediate as turnOfLoop } from 'node:timers/promises';
import type { Gate } from './process.ts';

export class Interleaving implements Gate {
  readonly #choices: readonly number[];
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;
  #chosen = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  async pass(proceed: () => Promise<unknown>): Promise<unknown> {
    await new Promise<void>((release) => this.#waiting.push(release));
    try {
      return await proceed();
    } finally {
      this.#underWay -= 1;
    }
  }

  /** @returns what became of each, in their order */
  async run<T>(tasks: readonly (() => Promise<T>)[]): Promise<readonly PromiseSettledResult<T>[]> {
    let over = false;
    const all = Promise.allSettled(tasks.map((task) => task())).finally(() => {
      over = true;
    });
    while (!over) await this.#step();
    return all;
  }

  async #step(): Promise<void> {
    await turnOfLoop();
    if (this.#underWay > 0) return;
    if (this.#waiting.length === 0) {
      // Someone pauses before they try again.
      await pause(1);
      return;
    }
    const choice = this.#choices[this.#chosen % Math.max(1, this.#choices.length)] ?? 0;
    this.#chosen += 1;
    const [release] = this.#waiting.splice(choice % this.#waiting.length, 1);
    this.#underWay += 1;
    release?.();
  }
}
