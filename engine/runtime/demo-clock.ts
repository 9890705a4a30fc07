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
  let moves = 0;
  const stored = async () => Number((await readSetting({ db }, SETTING)) ?? 0);
  const refresh = async () => {
    const before = moves;
    const offset = await stored();
    // What was read before a move of our own is older than the move.
    if (moves === before) clock.offset = offset;
  };
  await refresh();
  const timer = setInterval(() => void refresh().catch(() => undefined), SECOND / 2);
  timer.unref();
  return {
    clock,
    advance: async (milliseconds) => {
      const offset = (await stored()) + milliseconds;
      await writeSetting({ db }, SETTING, offset);
      moves += 1;
      clock.offset = offset;
      return clock.now();
    },
    stop: () => clearInterval(timer),
  };
}
