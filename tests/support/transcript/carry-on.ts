// What the worker does between two turns, without queues: outboxes and due timers are carried until nothing is left.
import { certificates } from '../../../engine/documents/certificates/store.ts';
import type { Notice, Settlement } from '../../../engine/notify/notice.ts';
import { organisations } from '../../../engine/organisations/store.ts';
import { people } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { EventHandling } from '../../../engine/programmes/programme.ts';
import { programmes, sharedEvents } from '../../../engine/programmes/registry.ts';
import type { Collection } from '../../../engine/store/model.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { dueTimers, endTimer } from '../../../engine/store/timers.ts';
import { surveys } from '../../../engine/surveys/store.ts';

export interface Notices {
  readonly told: readonly Notice[];
  readonly settled: readonly Settlement[];
}

export type Tell = NonNullable<EventHandling['tell']>;

const owners = [
  certificates,
  surveys,
  people,
  organisations,
  ...programmes.flatMap((each) => each.owners),
] as unknown as readonly Collection<never>[];

/**
 * @param tells what follows from events outside the programmes (people, organisations)
 * @throws the first failure of a reaction, a notice or a timer
 */
export async function carryOn(
  ctx: EngineContext,
  tells: Readonly<Record<string, Tell>> = {},
): Promise<Notices> {
  const told: (Notice | Settlement)[] = [];
  for (let carried = 1; carried > 0; ) {
    carried = (await carryTimers(ctx, told)) + (await carryEvents(ctx, tells, told));
  }
  return {
    told: told.filter((each): each is Notice => 'to' in each),
    settled: told.filter((each): each is Settlement => 'settles' in each),
  };
}

async function carryEvents(
  ctx: EngineContext,
  tells: Readonly<Record<string, Tell>>,
  told: (Notice | Settlement)[],
): Promise<number> {
  let carried = 0;
  for (const owner of owners) {
    const round = await relayOutbox(ctx, owner, async (event) => {
      const handling = programmes.map((each) => each.events[event.type]).find((each) => each !== undefined);
      await (handling ?? sharedEvents[event.type])?.react?.(ctx, event);
      const tell = handling?.tell ?? tells[event.type];
      told.push(...((await tell?.(ctx, event)) ?? []));
    });
    const [failure] = round.failures;
    if (failure) throw failure.error;
    carried += round.carried;
  }
  return carried;
}

async function carryTimers(ctx: EngineContext, told: (Notice | Settlement)[]): Promise<number> {
  const due = await dueTimers(ctx, 100);
  for (const timer of due) {
    const handler = programmes.map((each) => each.timers[timer.kind]).find((each) => each !== undefined);
    told.push(...((await handler?.(ctx, timer)) ?? []));
    await endTimer(ctx, timer._id);
  }
  return due.length;
}
