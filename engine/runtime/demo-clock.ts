// The demo's clock runs ahead of the real one by an offset that all processes share, so that one person can play
// weeks of a story in minutes. Only in demo mode; elsewhere nothing can move the time.
import { setTimeout as delay } from 'node:timers/promises';
import { type Clock, SECOND, ShiftedClock, systemClock } from '../kernel/clock.ts';
import type { StoreContext } from '../store/context.ts';
import { readSetting, writeSetting } from '../store/settings.ts';

const SETTING = 'demo-clock';
const LOOKS = SECOND / 2;

export interface DemoClock {
  readonly clock: Clock;
  /** Moves the time of all processes ahead. @returns the new time */
  advance(milliseconds: number): Promise<Date>;
  /** Back to the real time, in all processes: resolves when each of them has seen it. */
  reset(): Promise<void>;
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
  const timer = setInterval(() => void refresh().catch(() => undefined), LOOKS);
  timer.unref();
  const move = async (offset: number) => {
    await writeSetting({ db }, SETTING, offset);
    moves += 1;
    clock.offset = offset;
  };
  return {
    clock,
    advance: async (milliseconds) => {
      await move((await stored()) + milliseconds);
      return clock.now();
    },
    reset: async () => {
      await move(0);
      await delay(2 * LOOKS);
    },
    stop: () => clearInterval(timer),
  };
}
