// Broken on purpose: a sweep that gives back places which were taken long ago, without asking whose they are.
// Time says nothing about a seat: its holder may take part for months, or may be about to be settled by a slow process.
// The place is then given to somebody else, and two people stand where there is room for one.
import { HOUR } from '../../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { freeSeat, seats } from '../../../../engine/store/seats.ts';
import { productParts } from '../world/worker.ts';
import type { Variant } from '../world/world.ts';

const LONG_AGO = 48 * HOUR;

async function freeOldSeats(ctx: EngineContext): Promise<void> {
  const before = ctx.clock.now().getTime() - LONG_AGO;
  for (const { _id, holders } of await seats.on(ctx.db).find().lean())
    for (const holder of holders) if (holder.at.getTime() < before) await freeSeat(ctx, _id, holder.id);
}

export const seatFreedByTimeout: Variant = {
  worker: { sweeps: [...productParts.sweeps, freeOldSeats] },
};
