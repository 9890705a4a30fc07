// Runs the timers that are due. One that fails is put off and tried again, the others go on.
import type { EngineContext } from '../programmes/context.ts';
import { dueTimers, endTimer, putOffTimer, type Timer } from '../store/timers.ts';
import type { TimerHandler } from './handlings.ts';
import type { JobLog } from './job-log.ts';

const ROUND = 100;

/** @returns how many timers were done */
export async function runDueTimers(
  ctx: EngineContext,
  handlers: ReadonlyMap<string, TimerHandler>,
  log: JobLog,
): Promise<number> {
  let done = 0;
  for (let round = ROUND; round === ROUND; ) {
    const due = await dueTimers(ctx, ROUND);
    round = due.length;
    for (const timer of due) if (await ran(ctx, handlers, log, timer)) done += 1;
  }
  return done;
}

async function ran(
  ctx: EngineContext,
  handlers: ReadonlyMap<string, TimerHandler>,
  log: JobLog,
  timer: Timer,
): Promise<boolean> {
  try {
    const handler = handlers.get(timer.kind);
    if (!handler) throw new Error(`no programme handles the timer ${timer.kind}`);
    await handler(ctx, timer);
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
