// Broken on purpose: the relay takes the events out of their document first and carries them then. A process that stops
// in between has lost them: nobody is told, no seat is freed, no payout is ordered, and the audit has a hole.
import { trusted } from 'mongoose';
import { keepAudit } from '../../../../engine/store/audit.ts';
import type { relayOutbox } from '../../../../engine/store/outbox.ts';
import type { Bookkeeping } from '../../../../engine/store/owned.ts';
import type { Variant } from '../world/world.ts';

const dropThenCarry: typeof relayOutbox = async (ctx, owner, carry) => {
  const filter = { 'outbox.id': trusted({ $gt: '' }) } as never;
  const waiting = (await owner.on(ctx.db).find(filter).lean()) as unknown as readonly Bookkeeping[];
  let carried = 0;
  for (const { _id, outbox } of waiting) {
    const ids = outbox.map(({ id }) => id);
    const removal = { $pull: { outbox: { id: { $in: ids } } } };
    await owner.on(ctx.db).collection.updateOne({ _id } as never, removal as never);
    for (const item of outbox) await (item.kind === 'audit' ? keepAudit(ctx, item) : carry(item));
    carried += outbox.length;
  }
  return { documents: waiting.length, carried, failures: [] };
};

export const outboxDroppedEarly: Variant = { worker: { relay: dropThenCarry } };
