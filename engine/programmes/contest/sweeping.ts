// What broke off is taken up again, and seats that nobody holds any more are given back. Only the nomination's state decides:
// no seat is freed because time has passed.
import { trusted } from 'mongoose';
import { MINUTE } from '../../kernel/clock.ts';
import { freeSeat, seats } from '../../store/seats.ts';
import type { EngineContext } from '../context.ts';
import { finishSending } from './colleges/send.ts';
import { finishPassing } from './regions/pass.ts';
import { collegeSeatStates, regionSeatStates } from './states.ts';
import { type Nomination, nominations } from './store.ts';

/** A saga is left alone for this long: its own process most likely is still at it. */
const PATIENCE = MINUTE / 2;

/** Finishes sendings and passings that were marked but not settled. */
export async function finishSagas(ctx: EngineContext): Promise<void> {
  const marked = { state: { $in: ['sending', 'passing'] } };
  const found = nominations
    .raw(ctx.db)
    .find(marked as never)
    .limit(500);
  const before = ctx.clock.now().getTime() - PATIENCE;
  for (const each of (await found.toArray()) as unknown as Nomination[]) {
    const { _id, state, sentAt, passedAt, collegeSeat, regionSeat } = each;
    const since = state === 'sending' ? sentAt : passedAt;
    if (since && since.getTime() > before) continue;
    if (state === 'sending' && collegeSeat) await finishSending(ctx, _id, collegeSeat);
    if (state === 'passing' && regionSeat) await finishPassing(ctx, _id, regionSeat);
  }
}

/** Gives back seats whose nomination holds none, or holds another by now. */
export async function reconcileSeats(ctx: EngineContext): Promise<void> {
  const held = { _id: trusted({ $regex: /^contest\./ }), 'holders.0': trusted({ $exists: true }) };
  for await (const seat of seats
    .on(ctx.db)
    .find(held as never)
    .lean()
    .cursor()) {
    for (const holder of seat.holders)
      if (await isForfeited(ctx, seat._id, holder.id)) await freeSeat(ctx, seat._id, holder.id);
  }
}

async function isForfeited(ctx: EngineContext, seat: string, holder: string): Promise<boolean> {
  const [id = ''] = holder.split('.');
  const nomination = (await nominations
    .raw(ctx.db)
    .findOne({ _id: { $eq: id } } as never)) as unknown as Nomination | null;
  if (!nomination) return true;
  const { state, collegeSeat, regionSeat } = nomination;
  return seat.startsWith('contest.college/')
    ? collegeSeat !== holder || !collegeSeatStates.includes(state)
    : regionSeat !== holder || !regionSeatStates.includes(state);
}
