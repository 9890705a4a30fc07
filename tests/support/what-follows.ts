// What the product does about an event, for tests that carry outboxes themselves: every subscriber, in order.
import { eventHandlings } from '../../engine/jobs/handlings.ts';
import type { Notices } from '../../engine/parts/part.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { partsOf } from '../../engine/programmes/rooms.ts';
import type { StoredEvent } from '../../engine/store/owned.ts';

/** @returns who would be notified. @throws what the first subscriber throws that fails, and for an undeclared event */
export async function whatFollows(ctx: EngineContext, event: StoredEvent): Promise<Notices> {
  const subscribers = eventHandlings(partsOf(ctx)).get(event.type);
  if (!subscribers) throw new Error(`no part declares ${event.type}`);
  const notices = [];
  for (const { run } of subscribers) notices.push(...(await run(ctx, event)));
  return notices;
}
