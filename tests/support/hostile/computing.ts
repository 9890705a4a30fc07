// How long a thread computes without letting anything else in. A machine that is busy with others blocks nobody's loop.
import { readFileSync } from 'node:fs';

/** Computing time of the main thread in milliseconds, where the system tells it; else the time that went by. */
function computed(): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return performance.now();
  }
}

const BEAT_MS = 5;

export interface Heartbeat {
  /** What was computed before does not count. */
  reset(): void;
  stop(): void;
}

/** @param beat hears how many milliseconds were computed at a stretch, each time that others are let in */
export function heartbeat(beat: (milliseconds: number) => void): Heartbeat {
  let before = computed();
  const timer = setInterval(() => {
    const now = computed();
    beat(now - before);
    before = now;
  }, BEAT_MS);
  timer.unref();
  return {
    reset() {
      before = computed();
    },
    stop: () => clearInterval(timer),
  };
}
