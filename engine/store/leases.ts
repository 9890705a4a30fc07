// Leases: of the processes that could do a thing, one at a time does it. Whoever holds a lease renews it while they are
// at it; one that is not renewed is free for the others. A process that was slow may still act after its time: whatever
// a lease guards must tolerate that.
import { trusted } from 'mongoose';
import Type from 'typebox';
import { systemClock } from '../kernel/clock.ts';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';
import { collection, Instant } from './model.ts';

export interface Leases {
  /** Takes or renews. @returns false while another owner holds it */
  take(ctx: StoreContext, id: string, owner: string, milliseconds: number): Promise<boolean>;
  /** Gives it back before its time; nothing happens when it is another's. */
  giveBack(ctx: StoreContext, id: string, owner: string): Promise<void>;
}

/** @param name of the collection that holds them */
export function leases(name: string): Leases {
  const held = collection(name, Type.Object({ _id: Type.String(), owner: Type.String(), until: Instant }));

  async function take(ctx: StoreContext, id: string, owner: string, milliseconds: number): Promise<boolean> {
    // Real time: it has to do with processes, not with programmes.
    const now = systemClock.now();
    const until = new Date(now.getTime() + milliseconds);
    const free = { $or: [{ owner }, { until: trusted({ $lt: now }) }] };
    try {
      await held
        .on(ctx.db)
        .updateOne({ _id: id, ...free } as never, { $set: { owner, until } }, { upsert: true });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async function giveBack(ctx: StoreContext, id: string, owner: string): Promise<void> {
    await held.on(ctx.db).deleteOne({ _id: id, owner });
  }

  return { take, giveBack };
}
