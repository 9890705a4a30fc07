// Carries what waits in owner documents: audit records to their log, events to whoever must act on them.
// At least once and in order within a document; whatever carries an event must be idempotent.
import { trusted } from 'mongoose';
import type { TSchema } from 'typebox';
import { keepAudit } from './audit.ts';
import type { StoreContext } from './context.ts';
import type { Collection } from './model.ts';
import type { AuditRecord, Bookkeeping, StoredEvent } from './owned.ts';

/** How many documents are carried side by side; the items of one document always go in order. */
const CONCURRENCY = 8;

export type CarryEvent = (event: StoredEvent) => Promise<void>;

/** An event of which some subscribers are done and others failed: only those are run again. */
export class CarriedInPart extends AggregateError {
  constructor(
    readonly done: readonly string[],
    failures: readonly unknown[],
  ) {
    super(failures, failures.map(messageOf).join('; '));
    this.name = 'CarriedInPart';
  }
}

/** A single failure is told as it is. */
const causeOf = (error: unknown): unknown =>
  error instanceof CarriedInPart && error.errors.length === 1 ? error.errors[0] : error;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export interface CarryFailure {
  /** `_id` of the document whose outbox stopped. */
  readonly document: string;
  readonly item: string;
  readonly error: unknown;
}

export interface CarryRound {
  /** Documents looked at; as many as `limit` means that more may wait. */
  readonly documents: number;
  readonly carried: number;
  readonly failures: readonly CarryFailure[];
}

export interface CarryLimits {
  /** Documents a round. */
  readonly limit?: number;
  /** Documents to leave alone this time, so that broken ones do not hold up the others. */
  readonly besides?: readonly string[];
  /** Only these documents: found by their ids, where a search walks the whole index of what waits or just waited. */
  readonly only?: readonly string[];
}

/**
 * Carries the outboxes of one collection, a round of documents at a time.
 * An item is removed only after it was carried; the first that fails stops its document, not the others.
 */
export async function relayOutbox(
  ctx: StoreContext,
  owner: Collection<TSchema>,
  carry: CarryEvent,
  { limit = 100, besides = [], only }: CarryLimits = {},
): Promise<CarryRound> {
  const filter = only
    ? {
        _id: trusted({ $in: only.filter((id) => !besides.includes(id)) }),
        'outbox.0': trusted({ $exists: true }),
      }
    : { _id: trusted({ $nin: [...besides] }), 'outbox.id': trusted({ $gt: '' }) };
  const waiting = (await owner
    .on(ctx.db)
    .find(filter as never, { outbox: 1 } as never)
    .limit(limit)
    .lean()) as unknown as Waiting[];
  const queue = [...waiting];
  const round = { documents: waiting.length, carried: 0, failures: [] as CarryFailure[] };
  const carrier = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { carried, failure } = await carryDocument(ctx, owner, next, carry);
      round.carried += carried;
      if (failure) round.failures.push(failure);
    }
  };
  await ended(Array.from({ length: Math.min(CONCURRENCY, waiting.length) }, carrier));
  return round;
}

/** Waits for all, also when one fails: who ends the round must not leave another one at work. */
async function ended(all: readonly Promise<void>[]): Promise<void> {
  for (const each of await Promise.allSettled(all)) if (each.status === 'rejected') throw each.reason;
}

type Waiting = Pick<Bookkeeping, '_id' | 'outbox'>;

async function carryDocument(
  ctx: StoreContext,
  owner: Collection<TSchema>,
  { _id, outbox }: Waiting,
  carry: CarryEvent,
): Promise<{ readonly carried: number; readonly failure: CarryFailure | null }> {
  const done: string[] = [];
  let failure: CarryFailure | null = null;
  for (const item of outbox) {
    try {
      await carryItem(ctx, item, carry);
      done.push(item.id);
    } catch (error) {
      if (error instanceof CarriedInPart) await noteDone(ctx, owner, { _id, item: item.id }, error.done);
      failure = { document: _id, item: item.id, error: causeOf(error) };
      break;
    }
  }
  if (done.length > 0) {
    const removal = { $pull: { outbox: { id: { $in: done } } } };
    await owner.on(ctx.db).collection.updateOne({ _id } as never, removal as never);
  }
  return { carried: done.length, failure };
}

/** Beside the event in its outbox: gone with it. A process that ends before this runs them again, which they bear. */
async function noteDone(
  ctx: StoreContext,
  owner: Collection<TSchema>,
  { _id, item }: { readonly _id: string; readonly item: string },
  done: readonly string[],
): Promise<void> {
  if (done.length === 0) return;
  const note = { $addToSet: { 'outbox.$.done': { $each: done } } };
  await owner.on(ctx.db).collection.updateOne({ _id, 'outbox.id': item } as never, note as never);
}

const carryItem = (ctx: StoreContext, item: AuditRecord | StoredEvent, carry: CarryEvent): Promise<void> =>
  item.kind === 'audit' ? keepAudit(ctx, item) : carry(item);

/** True when nothing of these documents (`<collection>/<id>`) waits to be carried: whoever had to be told was. */
export async function outboxIsEmpty(ctx: StoreContext, documents: readonly string[]): Promise<boolean> {
  for (const document of documents) {
    const [name = '', ...id] = document.split('/');
    const waiting = { _id: id.join('/') as never, 'outbox.0': { $exists: true } };
    if (await ctx.db.collection(name).findOne(waiting, { projection: { _id: 1 } })) return false;
  }
  return true;
}
