// Sends everything that waits, as the queues would over time, without waiting for the time.
import type { ManualClock } from '../../../engine/kernel/clock.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import type { Stage } from '../jobs/stage.ts';

/** Delivers what is due until nothing changes any more, moving the clock from one due time to the next. */
export async function deliverAllOf(stage: Stage, clock: ManualClock): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    const [next] = await deliveries
      .on(stage.ctx.db)
      .find({ ...readsAll, state: 'waiting' } as never)
      .sort({ notBefore: 1, createdAt: 1, _id: 1 })
      .limit(1)
      .lean();
    if (!next) return;
    const again = await stage.deliver(next._id);
    if (again && again > clock.now()) clock.set(again);
  }
}
