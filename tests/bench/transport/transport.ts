// What the way from an update to its answer costs, transport only: our adapters on both frameworks, each framework with
// the client that it brings, and undici by itself. The server only answers, in a process of its own.
import { comparison } from '../harness/comparison.ts';
import { frameworkAlone, ours, rawUndici } from './contenders.ts';

const now = { concurrency: 64, latency: 0 };
/** As far away as Telegram is; as many chats at once as the receiver handles. */
const far = { concurrency: 128, latency: 50 };

const grammy = ours('grammY', now);
const telegraf = ours('Telegraf', now);

export const transport = comparison({
  name: 'transport',
  what: 'an update through the framework and one reply, loopback, 64 concurrency, nothing stored',
  unit: 'update',
  size: 20_000,
  tiny: 130,
  contenders: [
    grammy,
    telegraf,
    frameworkAlone('grammY', now),
    frameworkAlone('Telegraf', now),
    rawUndici(now),
  ],
  goals: [grammy, telegraf].map(({ name }) => ({
    text: `${name}: ≥ 9,000 updates a second`,
    of: (figures) => figures(name, 'rate'),
    least: 9_000,
  })),
  notes: ['CPU ms: of the client’s process, an update; the server’s is not in it.'],
});

const farGrammy = ours('grammY', far);
const farTelegraf = ours('Telegraf', far);

export const transportFar = comparison({
  name: 'transport-far',
  what: 'the same with 50 ms to the server and 128 chats concurrency, each in its order',
  unit: 'update',
  size: 5_000,
  tiny: 130,
  contenders: [farGrammy, farTelegraf, frameworkAlone('grammY', far), frameworkAlone('Telegraf', far)],
  goals: [farGrammy, farTelegraf].map(({ name }) => ({
    text: `${name}: ≥ 1,500 updates a second at 50 ms`,
    of: (figures) => figures(name, 'rate'),
    least: 1_500,
  })),
});
