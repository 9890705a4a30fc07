// CPU time of this process and of others: on a shared machine it tells more than a watch.
import { readFileSync } from 'node:fs';

/** Kernel ticks a second as /proc counts them: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of CPU that a process has used; null where it cannot be told (not on Linux, or gone). */
export function cpuOf(pid: number | null): number | null {
  if (pid === null) return null;
  if (pid === process.pid) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; user and system time are the 12th and 13th field behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return null;
  }
}

/** What was used between two readings. */
export const used = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;
