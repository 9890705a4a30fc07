// Who may be sent to when, agreed between all workers through the store: one message a second in a chat,
// and no message at all from a bot that was told to slow down.
import { trusted } from 'mongoose';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { sendingSlots } from './store.ts';

/** @returns null when none of the slots is taken; otherwise when the last of them is free */
export async function busyUntil(ctx: StoreContext, ids: readonly string[]): Promise<Date | null> {
  const taken = { _id: trusted({ $in: [...ids] }), freeAt: trusted({ $gt: ctx.clock.now() }) };
  const found = await sendingSlots
    .on(ctx.db)
    .find(taken as never)
    .sort({ freeAt: -1 })
    .limit(1)
    .lean();
  return found[0]?.freeAt ?? null;
}

/** Takes a slot for some milliseconds. @returns null when it was free; otherwise when it will be */
export async function takeSlot(ctx: StoreContext, id: string, milliseconds: number): Promise<Date | null> {
  const now = ctx.clock.now();
  const freeAt = new Date(now.getTime() + milliseconds);
  const free = { _id: id, freeAt: trusted({ $lte: now }) };
  try {
    await sendingSlots.on(ctx.db).updateOne(free as never, { $set: { freeAt } }, { upsert: true });
    return null;
  } catch (error) {
    if (isDuplicate(error)) return (await busyUntil(ctx, [id])) ?? now;
    throw error;
  }
}

/** Keeps a slot taken until a time, unless it already is for longer. */
export async function keepBusy(ctx: StoreContext, id: string, until: Date): Promise<void> {
  await sendingSlots.on(ctx.db).updateOne({ _id: id }, { $max: { freeAt: until } }, { upsert: true });
}
