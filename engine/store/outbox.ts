// Carries what waits in owner documents: audit records to their log, events to whoever must act on them.
// At least once and in order within a document; whatever carries an event must bear a repeat.
import { trusted } from 'mongoose';
import type { TSchema } from 'typebox';
import { keepAudit } from './audit.ts';
import type { StoreContext } from './context.ts';
import type { Collection } from './model.ts';
import type { AuditRecord, Bookkeeping, StoredEvent } from './owned.ts';

export type CarryEvent = (event: StoredEvent) => Promise<void>;

/**
 * Carries up to `limit` documents' outboxes of one collection.
 * An item is removed only after it was carried; the first that fails stops its document, not the others.
 * @returns how many items were carried, and the failures
 */
export async function relayOutbox(
  ctx: StoreContext,
  owner: Collection<TSchema>,
  carry: CarryEvent,
  limit = 100,
): Promise<{ readonly carried: number; readonly failures: readonly unknown[] }> {
  const model = owner.on(ctx.db);
  const waiting = (await model
    .find({ 'outbox.id': trusted({ $gt: '' }) } as never, { outbox: 1 } as never)
    .limit(limit)
    .lean()) as unknown as Pick<Bookkeeping, '_id' | 'outbox'>[];
  let carried = 0;
  const failures: unknown[] = [];
  for (const { _id, outbox } of waiting) {
    for (const item of outbox) {
      try {
        await carryItem(ctx, item, carry);
      } catch (failure) {
        failures.push(failure);
        break;
      }
      await model.updateOne({ _id } as never, { $pull: { outbox: { id: item.id } } } as never);
      carried += 1;
    }
  }
  return { carried, failures };
}

const carryItem = (ctx: StoreContext, item: AuditRecord | StoredEvent, carry: CarryEvent): Promise<void> =>
  item.kind === 'audit' ? keepAudit(ctx, item) : carry(item);
