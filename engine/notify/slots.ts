// Bots that were told to slow down: no worker sends for them until they may again.
import type { StoreContext } from '../store/context.ts';
import { sendingSlots } from './store.ts';

/** @returns null when the bot may send; otherwise when it may again */
export async function busyUntil(ctx: StoreContext, bot: string): Promise<Date | null> {
  const found = await sendingSlots.on(ctx.db).collection.findOne({ _id: bot as never });
  const freeAt: unknown = found?.freeAt;
  return freeAt instanceof Date && freeAt > ctx.clock.now() ? freeAt : null;
}

/** Keeps a bot from sending until a time, unless it already is for longer. */
export async function keepBusy(ctx: StoreContext, bot: string, until: Date): Promise<void> {
  await sendingSlots.on(ctx.db).updateOne({ _id: bot }, { $max: { freeAt: until } }, { upsert: true });
}
