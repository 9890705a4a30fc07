// Connections that are all given up when one of them has died in silence: the others most likely died with it, and each
// would be found out by somebody's waiting for twelve seconds. What is under way on them is left to end.
import { errors, type Pool } from 'undici';

export class FreshConnections {
  readonly #open: () => Pool;
  readonly #retired = new Set<Promise<void>>();
  #pool: Pool;

  constructor(open: () => Pool) {
    this.#open = open;
    this.#pool = open();
  }

  /** @throws what `ask` throws; after a silence the next one is asked over new connections */
  async use<T>(ask: (pool: Pool) => Promise<T>): Promise<T> {
    const pool = this.#pool;
    try {
      return await ask(pool);
    } catch (error) {
      if (isSilence(error) && pool === this.#pool) this.#renew();
      throw error;
    }
  }

  /** Resolves when nothing is under way any more. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.close(), ...this.#retired]);
  }

  #renew(): void {
    const retired = this.#pool.close().finally(() => this.#retired.delete(retired));
    this.#retired.add(retired);
    this.#pool = this.#open();
  }
}

const isSilence = (error: unknown): boolean =>
  error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
