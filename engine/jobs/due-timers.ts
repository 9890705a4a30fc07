// Runs the timers that are due and tells whom they say. One that fails is put off and tried again, the others go on.
import type { Planned } from '../notify/insert.ts';
import { planDeliveries } from '../notify/plan.ts';
import { speaking } from '../notify/speaking.ts';
import type { TimerHandling } from '../parts/part.ts';
import type { EngineContext } from '../programmes/context.ts';
import { dueTimers, endTimer, putOffTimer, type Timer } from '../store/timers.ts';
import type { JobLog } from './job-log.ts';

const ROUND = 100;

export interface TimerParts {
  readonly ctx: EngineContext;
  readonly handlers: ReadonlyMap<string, TimerHandling<EngineContext>>;
  readonly enqueue: (planned: readonly Planned[]) => void;
  readonly log: JobLog;
}

/** @returns how many timers were done */
export async function runDueTimers(parts: TimerParts): Promise<number> {
  let done = 0;
  for (let round = ROUND; round === ROUND; ) {
    const due = await dueTimers(parts.ctx, ROUND);
    round = due.length;
    for (const timer of due) if (await ran(parts, timer)) done += 1;
  }
  return done;
}

async function ran({ ctx, handlers, enqueue, log }: TimerParts, timer: Timer): Promise<boolean> {
  try {
    const handler = handlers.get(timer.kind);
    if (!handler) throw new Error(`no programme handles the timer ${timer.kind}`);
    const { _id: id, data } = timer;
    const notices = speaking(await handler(ctx, timer), { id, data });
    const planned = await planDeliveries(ctx, `timer/${id}`, notices);
    if (planned.length > 0) enqueue(planned);
    await endTimer(ctx, timer._id);
    return true;
  } catch (error) {
    log.error(
      { err: error, timer: timer._id, failures: timer.failures + 1 },
      'a timer failed and is put off',
    );
    await putOffTimer(ctx, timer, error instanceof Error ? error.message : String(error));
    return false;
  }
}
