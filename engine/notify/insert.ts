// Puts one delivery into the store, once. Called by plan.ts, settle.ts and the worker's unsent replies.
import { mongo } from 'mongoose';
import type { Desk } from '../kernel/chat.ts';
import type { Message } from '../kernel/message.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { type Delivery, type DeliveryKind, deliveries, deliveryKinds } from './store.ts';

export type NewDelivery = Pick<Delivery, 'kind' | 'person'> &
  Partial<
    Pick<
      Delivery,
      | 'chat'
      | 'tag'
      | 'step'
      | 'language'
      | 'card'
      | 'replaces'
      | 'unsure'
      | 'messageId'
      | 'shown'
      | 'sameCard'
      | 'mayWait'
    >
  > & {
    readonly desk: Desk;
    readonly message: Message;
  };

/** A delivery that waits to be sent. */
export interface Planned {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly desk: Desk;
}

const blank = {
  chat: null,
  tag: '',
  step: '',
  language: null,
  card: null,
  replaces: null,
  unsure: false,
  messageId: null,
};

/** Puts many into the store in one request; those that are there already stay as they are. */
export async function insertDeliveries(
  ctx: StoreContext,
  all: readonly { readonly id: string; readonly fresh: NewDelivery }[],
): Promise<void> {
  const documents = all.map(({ id, fresh }) => documentOf(ctx, id, fresh));
  try {
    await deliveries.on(ctx.db).collection.insertMany(documents as never[], { ordered: false });
  } catch (error) {
    // With `ordered: false` every other document is stored.
    const failures = error instanceof mongo.MongoBulkWriteError ? [error.writeErrors].flat() : [];
    if (failures.length === 0 || !failures.every(isDuplicate)) throw error;
  }
}

/** @returns false when the delivery was there already */
export async function insertDelivery(ctx: StoreContext, id: string, fresh: NewDelivery): Promise<boolean> {
  try {
    await deliveries.on(ctx.db).collection.insertOne(documentOf(ctx, id, fresh) as never);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

const documentOf = (ctx: StoreContext, id: string, fresh: NewDelivery): Delivery =>
  deliveries.check({
    ...blank,
    ...fresh,
    _id: id,
    rank: deliveryKinds.indexOf(fresh.kind),
    rev: 0,
    state: 'waiting',
    attempts: 0,
    // Long ago: due at once also where two processes' clocks differ.
    notBefore: new Date(0),
    settlements: [],
    error: null,
    createdAt: ctx.clock.now(),
    endedAt: null,
  });
