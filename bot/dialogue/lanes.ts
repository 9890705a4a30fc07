// Runs tasks chat by chat: the order within a chat, and the bound on how many chats run at once. Used by the receiver.

/** One task at a time for each chat, a bounded number over all; a chat called while busy is run once more. */
export class Lanes {
  readonly #limit: number;
  readonly #running = new Map<string, { promise: Promise<void>; again: boolean }>();
  readonly #queue: (() => void)[] = [];
  #active = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  isBusy(chat: string): boolean {
    return this.#running.has(chat);
  }

  run(chat: string, task: () => Promise<void>): Promise<void> {
    const busy = this.#running.get(chat);
    if (busy) {
      busy.again = true;
      return busy.promise;
    }
    const lane = { promise: Promise.resolve(), again: true };
    this.#running.set(chat, lane);
    lane.promise = this.#repeat(chat, lane, task);
    return lane.promise;
  }

  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all([...this.#running.values()].map((lane) => lane.promise));
  }

  async #repeat(chat: string, lane: { again: boolean }, task: () => Promise<void>): Promise<void> {
    if (this.#active >= this.#limit) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#active += 1;
    try {
      while (lane.again) {
        lane.again = false;
        await task();
      }
    } finally {
      this.#running.delete(chat);
      const next = this.#queue.shift();
      // The place is handed on, not freed and taken again.
      if (next) next();
      else this.#active -= 1;
    }
  }
}
