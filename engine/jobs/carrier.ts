// What is done with one event of an outbox: its programme reacts, then the people concerned are told.
// Throws when it could not be done: the event then stays where it is and is tried again.

import type { Planned } from '../notify/insert.ts';
import { planDeliveries } from '../notify/plan.ts';
import type { EngineContext } from '../programmes/context.ts';
import type { EventHandling } from '../programmes/programme.ts';
import type { CarryEvent } from '../store/outbox.ts';

/** An event that no programme knows: a defect of a manifest. Kept in its outbox until a programme handles it. */
export class UnhandledEvent extends Error {
  constructor(readonly type: string) {
    super(`no programme handles the event ${type}`);
    this.name = 'UnhandledEvent';
  }
}

/** @param enqueue hands deliveries to the queue as soon as they are stored; may fail without harm */
export function carrier(
  ctx: EngineContext,
  handlings: ReadonlyMap<string, EventHandling>,
  enqueue: (planned: readonly Planned[]) => void,
): CarryEvent {
  return async (event) => {
    const handling = handlings.get(event.type);
    if (!handling) throw new UnhandledEvent(event.type);
    await handling.react?.(ctx, event);
    const notices = (await handling.tell?.(ctx, event)) ?? [];
    const planned = await planDeliveries(ctx, event.id, notices);
    if (planned.length > 0) enqueue(planned);
  };
}
