// Puts one delivery into the store, once. Called by plan.ts, settle.ts and the worker's unsent replies.
import type { Desk } from '../kernel/chat.ts';
import type { Message } from '../kernel/message.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { type Delivery, type DeliveryKind, deliveries, deliveryKinds } from './store.ts';

export type NewDelivery = Pick<Delivery, 'kind' | 'person'> &
  Partial<Pick<Delivery, 'chat' | 'tag' | 'step' | 'language' | 'card' | 'replaces' | 'unsure'>> & {
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
};

/** @returns false when the delivery was there already */
export async function insertDelivery(ctx: StoreContext, id: string, fresh: NewDelivery): Promise<boolean> {
  const document = deliveries.check({
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
    messageId: null,
    error: null,
    createdAt: ctx.clock.now(),
    endedAt: null,
  });
  try {
    await deliveries.on(ctx.db).collection.insertOne(document as never);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
