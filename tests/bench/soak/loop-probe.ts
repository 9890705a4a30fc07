// Preloaded into the bot's process of a long run: tells the bench once a second how long the loop was held up and how
// much memory is in use. Knows nothing of the bot.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage();
  if (process.connected) process.send?.({ probe: { loopMs: delay.max / 1e6, rss, heapUsed } });
  delay.reset();
}, 1_000).unref();
