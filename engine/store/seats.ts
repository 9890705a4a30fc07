// Seats: places of which there are so many and no more. A seat document counts what is left and names its holders;
// taking one is a single guarded write, so no race can overrun it. Seats are freed by their owner's word only.

import { trusted } from 'mongoose';
import Type from 'typebox';
import type { StoreContext } from './context.ts';
import { collection, Instant } from './model.ts';

export const seats = collection(
  'seats',
  Type.Object({
    _id: Type.String(),
    capacity: Type.Integer({ minimum: 0 }),
    left: Type.Integer({ minimum: 0 }),
    holders: Type.Array(Type.Object({ id: Type.String(), at: Instant })),
  }),
  [
    { fields: { 'holders.id': 1 } },
    // The full ones, which are counted.
    { fields: { left: 1 }, options: { partialFilterExpression: { left: 0 } } },
  ],
);

/** Opens a set of seats; one that is open already stays as it is. */
export async function openSeats(ctx: StoreContext, id: string, capacity: number): Promise<void> {
  const fresh = { capacity, left: capacity, holders: [] };
  await seats.on(ctx.db).updateOne({ _id: id }, { $setOnInsert: fresh }, { upsert: true });
}

/** Takes a seat for a holder. Asking again for the same holder is the same seat. */
export async function takeSeat(ctx: StoreContext, id: string, holder: string): Promise<'taken' | 'full'> {
  const model = seats.on(ctx.db);
  const free = { _id: id, left: trusted({ $gt: 0 }), 'holders.id': trusted({ $ne: holder }) };
  const seat = { $inc: { left: -1 }, $push: { holders: { id: holder, at: ctx.clock.now() } } };
  const outcome = await model.updateOne(free as never, seat);
  if (outcome.matchedCount === 1) return 'taken';
  return (await model.exists({ _id: id, 'holders.id': holder })) ? 'taken' : 'full';
}

/** Frees a holder's seat; nothing happens when it holds none. Only after the owner has given it up for good. */
export async function freeSeat(ctx: StoreContext, id: string, holder: string): Promise<void> {
  await seats
    .on(ctx.db)
    .updateOne({ _id: id, 'holders.id': holder }, { $inc: { left: 1 }, $pull: { holders: { id: holder } } });
}

/** How many seats are left, by id; ids that were never opened have none. */
export async function seatsLeft(
  ctx: StoreContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = await seats
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...ids] }) }, { left: 1 })
    .lean();
  return new Map(found.map((each) => [each._id, each.left]));
}
