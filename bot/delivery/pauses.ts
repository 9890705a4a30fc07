// Which bots were told to slow down, as this process knows it: what it was told itself counts at once, what another
// process was told within a quarter of a second. Asking the store before each send would cost as much as the send.
import { busyUntil } from '../../engine/notify/slots.ts';
import type { StoreContext } from '../../engine/store/context.ts';

/** Milliseconds of the context's clock. */
const FRESH = 250;

export class Pauses {
  readonly #ctx: StoreContext;
  readonly #looked = new Map<string, { readonly at: number; readonly until: Date | null }>();

  constructor(ctx: StoreContext) {
    this.#ctx = ctx;
  }

  /** @returns null when the bot may send; otherwise when it may again */
  async of(bot: string): Promise<Date | null> {
    const now = this.#ctx.clock.now();
    const known = this.#looked.get(bot);
    if (known && Math.abs(now.getTime() - known.at) < FRESH) return known.until;
    const until = await busyUntil(this.#ctx, bot);
    this.#looked.set(bot, { at: now.getTime(), until });
    return until;
  }

  /** Something went wrong with the bot: the store is asked anew. */
  forget(bot: string): void {
    this.#looked.delete(bot);
  }
}
