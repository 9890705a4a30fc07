// Imported first by a process under attack: tells its parent how the process fares. The product knows nothing of it.
import { heartbeat } from './computing.ts';

export interface Vitals {
  /** Milliseconds that the main thread computed without letting anything else in: the longest, and all that were long. */
  readonly longest: number;
  readonly blocks: readonly { readonly at: number; readonly milliseconds: number }[];
  /** Bytes, at most. */
  readonly memory: number;
  /** Names on the prototype of every object, beyond those of the language. */
  readonly polluted: readonly string[];
}

const TELL_MS = 100;
const LONG_MS = 80;

const usual = new Set(Object.getOwnPropertyNames(Object.prototype));
let blocks: { at: number; milliseconds: number }[] = [];
let longest = 0;
let memory = 0;

const beats = heartbeat((milliseconds) => {
  longest = Math.max(longest, milliseconds);
  if (milliseconds > LONG_MS) blocks.push({ at: performance.timeOrigin + performance.now(), milliseconds });
});

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
  beats.reset();
});
process.channel?.unref();
