// The demo's clock runs ahead of the real one by an offset that all processes share, so that one person can play
// weeks of a story in minutes. Only in demo mode; elsewhere nothing can move the time.
import { type Clock, SECOND, ShiftedClock, systemClock } from '../kernel/clock.ts';
import type { StoreContext } from '../store/context.ts';
import { readSetting, writeSetting } from '../store/settings.ts';

const SETTING = 'demo-clock';

export interface DemoClock {
  readonly clock: Clock;
  /** Moves the time of all processes ahead. @returns the new time */
  advance(milliseconds: number): Promise<Date>;
  stop(): void;
}

/** Follows the shared offset; another process's move is seen within half a second. */
export async function followDemoClock(db: StoreContext['db']): Promise<DemoClock> {
  const clock = new ShiftedClock(systemClock);
  const refresh = async () => {
    clock.offset = Number((await readSetting({ db }, SETTING)) ?? 0);
  };
  await refresh();
  const timer = setInterval(() => void refresh().catch(() => undefined), SECOND / 2);
  timer.unref();
  return {
    clock,
    advance: async (milliseconds) => {
      await refresh();
      clock.offset += milliseconds;
      await writeSetting({ db }, SETTING, clock.offset);
      return clock.now();
    },
    stop: () => clearInterval(timer),
  };
}
