// Imported first by a process under attack: tells its parent how the process fares. The product knows nothing of it.
import { readFileSync } from 'node:fs';

export interface Vitals {
  /** Milliseconds that the main thread computed without letting anything else in: the longest, and all that were long. */
  readonly longest: number;
  readonly blocks: readonly { readonly at: number; readonly milliseconds: number }[];
  /** Bytes, at most. */
  readonly memory: number;
  /** Names on the prototype of every object, beyond those of the language. */
  readonly polluted: readonly string[];
}

const BEAT_MS = 5;
const TELL_MS = 100;
const LONG_MS = 80;

const usual = new Set(Object.getOwnPropertyNames(Object.prototype));
let blocks: { at: number; milliseconds: number }[] = [];
let longest = 0;
let memory = 0;

/** Computing time of the main thread where the system tells it: a machine that is busy with others blocks nobody's loop. */
function computed(): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return performance.now();
  }
}

let before = computed();
setInterval(() => {
  const now = computed();
  const milliseconds = now - before;
  before = now;
  longest = Math.max(longest, milliseconds);
  if (milliseconds > LONG_MS) blocks.push({ at: performance.timeOrigin + performance.now(), milliseconds });
}, BEAT_MS).unref();

setInterval(() => {
  memory = Math.max(memory, process.memoryUsage.rss());
  const polluted = Object.getOwnPropertyNames(Object.prototype).filter((name) => !usual.has(name));
  process.send?.({ vitals: { longest, blocks, memory, polluted } satisfies Vitals });
}, TELL_MS).unref();

// Starting is slow and blocks nobody: counting begins when the parent says so.
process.on('message', (message) => {
  if (message !== 'begin') return;
  blocks = [];
  longest = 0;
  before = computed();
});
process.channel?.unref();
