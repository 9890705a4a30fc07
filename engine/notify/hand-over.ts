// What waits for an account that was merged to another person's goes to that person: it is the same human being.
import { trusted } from 'mongoose';
import { desks } from '../kernel/chat.ts';
import type { StoreContext } from '../store/context.ts';
import { deliveries } from './store.ts';

export async function handOverDeliveries(ctx: StoreContext, from: string, to: string): Promise<void> {
  const native = deliveries.on(ctx.db);
  const waiting = { person: from, state: 'waiting', desk: trusted({ $in: [...desks] }) };
  await native.updateMany(waiting as never, { $set: { person: to } });
  // Closed, the account was out of reach: what ended for that only is sent after all.
  const anew = { person: to, state: 'waiting' as const, notBefore: ctx.clock.now(), endedAt: null };
  await native.updateMany({ person: from, state: 'blocked' } as never, { $set: anew });
}

/** What lies in the chats and may yet be settled: a card. */
export async function handOverCards(ctx: StoreContext, from: string, to: string): Promise<void> {
  const cards = { person: from, state: 'sent', card: trusted({ $gte: '' }) };
  await deliveries.on(ctx.db).updateMany(cards as never, { $set: { person: to } });
}
