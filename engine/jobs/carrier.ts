// What is done with one event of an outbox: each of its subscribers acts, in order, and whom they name is notified.
// Throws when one could not: the event then stays where it is, and only that one is tried again.
import type { Planned } from '../notify/insert.ts';
import { planDeliveries } from '../notify/plan.ts';
import { speaking } from '../notify/speaking.ts';
import type { EngineContext } from '../programmes/context.ts';
import { CarriedInPart, type CarryEvent } from '../store/outbox.ts';
import type { Handlings } from './handlings.ts';

/** An event that no part declares: a defect of a manifest. Kept in its outbox until one does. */
export class UnhandledEvent extends Error {
  constructor(readonly type: string) {
    super(`no programme handles the event ${type}`);
    this.name = 'UnhandledEvent';
  }
}

/** @param enqueue hands deliveries to the queue as soon as they are stored; may fail without harm */
export function carrier(
  ctx: EngineContext,
  handlings: Handlings,
  enqueue: (planned: readonly Planned[]) => void,
): CarryEvent {
  return async (event) => {
    const subscribers = handlings.get(event.type);
    if (!subscribers) throw new UnhandledEvent(event.type);
    const failures: unknown[] = [];
    const done: string[] = [];
    for (const { name, run } of subscribers) {
      if (event.done?.includes(name)) continue;
      try {
        const notices = speaking(await run(ctx, event), event);
        const planned = await planDeliveries(ctx, `${event.id}/${name}`, notices);
        if (planned.length > 0) enqueue(planned);
        done.push(name);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new CarriedInPart(done, failures);
  };
}
