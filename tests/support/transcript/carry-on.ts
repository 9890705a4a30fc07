// What the worker does between two turns, without queues: outboxes and due timers are carried until nothing is left.
import { timerHandlers } from '../../../engine/jobs/handlings.ts';
import type { Notice, Settlement } from '../../../engine/notify/notice.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { partsOf } from '../../../engine/programmes/rooms.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { dueTimers, endTimer } from '../../../engine/store/timers.ts';
import { searchAll, takeWaiting } from '../waiting-owners.ts';
import { whatFollows } from '../what-follows.ts';

export interface Notices {
  readonly told: readonly Notice[];
  readonly settled: readonly Settlement[];
}

/** @throws the first failure of a subscriber or a timer */
export async function carryOn(ctx: EngineContext): Promise<Notices> {
  const told: (Notice | Settlement)[] = [];
  for (let carried = 1; carried > 0; ) {
    carried = (await carryTimers(ctx, told)) + (await carryEvents(ctx, told));
  }
  return {
    told: told.filter((each): each is Notice => 'to' in each),
    settled: told.filter((each): each is Settlement => 'settles' in each),
  };
}

async function carryEvents(ctx: EngineContext, told: (Notice | Settlement)[]): Promise<number> {
  let carried = 0;
  const isWaiting = takeWaiting(ctx);
  for (const owner of partsOf(ctx).flatMap((each) => each.owners)) {
    if (!isWaiting(owner.name)) continue;
    const round = await relayOutbox(ctx, owner, async (event) => {
      told.push(...(await whatFollows(ctx, event)));
    });
    const [failure] = round.failures;
    if (failure) {
      searchAll(ctx);
      throw failure.error;
    }
    // As many as a round takes: more may wait.
    if (round.documents > 0) ctx.nudge({ owner: owner.name, id: '' });
    carried += round.carried;
  }
  return carried;
}

async function carryTimers(ctx: EngineContext, told: (Notice | Settlement)[]): Promise<number> {
  const handlers = timerHandlers(partsOf(ctx));
  const due = await dueTimers(ctx, 100);
  for (const timer of due) {
    told.push(...((await handlers.get(timer.kind)?.(ctx, timer)) ?? []));
    await endTimer(ctx, timer._id);
  }
  return due.length;
}
