// The most that happened within any sliding second.
import { SECOND } from '../../../engine/kernel/clock.ts';

/** @param times milliseconds, in any order */
export function mostInASecond(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [index, at] of sorted.entries()) {
    while (at - (sorted[first] ?? at) >= SECOND) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
