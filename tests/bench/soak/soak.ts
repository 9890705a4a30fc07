// A long run: people tap and write at an even rate, bot and worker are processes of their own, Telegram is the strict local
// server. Every tap must be answered soon, each once; memory and the bot's loop are watched.
import { setTimeout as delay } from 'node:timers/promises';
import { type Bot, startBotApi } from '../../support/telegram/index.ts';
import { atConcurrency } from '../harness/at-concurrency.ts';
import type { Bench, BenchServices } from '../harness/bench.ts';
import { cpuOf, used } from '../harness/cpu.ts';
import { openBenchEngine } from '../harness/engine.ts';
import { goal, type Report } from '../harness/report.ts';
import { median, percentile } from '../harness/statistics.ts';
import { settlePeople } from '../turn/people.ts';
import { type Probe, participantBot, startBots } from './bots.ts';
import { Crowd, type Heard } from './crowd.ts';

interface Size {
  readonly people: number;
  readonly perSecond: number;
  readonly seconds: number;
}

const what = '100 updates a second from 2,000 people: taps answered, each once, in steady memory';

export const soak: Bench = {
  name: 'soak',
  what,
  run: (services, { minutes, scale }) =>
    last(services, { people: 2_000 * scale, perSecond: 100 * scale, seconds: minutes * 60 }),
  smoke: (services) => last(services, { people: 4, perSecond: 8, seconds: 2 }),
};

async function last(services: BenchServices, size: Size): Promise<Report> {
  const mongodb = services.freshDatabase();
  const engine = await openBenchEngine(services, mongodb);
  const api = await startBotApi();
  const bot = api.addBot(participantBot);
  await settlePeople(engine.ctx, size.people);
  const bots = await startBots({ mongodb, redis: services.redis, telegram: api.root });
  try {
    const crowd = new Crowd(api, bot, size.people);
    await atConcurrency([...Array(size.people).keys()], 16, (n) => crowd.start(n));
    const before = { cpu: cpuOf(bots.pid), probes: bots.probes.length };
    const acts = size.perSecond * size.seconds;
    await isRateLimited(acts, size.perSecond, async (n) => crowd.act(n));
    await crowd.idle();
    const cpu = used(before.cpu, cpuOf(bots.pid));
    return reportOf(size, bot, crowd, bots.probes.slice(before.probes), cpu);
  } finally {
    await bots.stop();
    await api.close();
    await engine.close();
  }
}

/** Begins one after another at an even rate, whether or not the ones before have ended; waits for all in the end. */
async function isRateLimited(
  count: number,
  perSecond: number,
  each: (n: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const wait = began + (1_000 * n) / perSecond - performance.now();
    if (wait > 1) await delay(wait);
    running.push(each(n));
  }
  await Promise.all(running);
}

function reportOf(
  { perSecond, seconds }: Size,
  bot: Bot,
  crowd: Crowd,
  probes: readonly Probe[],
  cpu: number | null,
): Report {
  const rowOf = (name: string, kind: Heard['kind']) => {
    const times = crowd.heard.filter((each) => each.kind === kind).map((each) => each.milliseconds);
    const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(times, share));
    return { what: name, count: times.length, 'p50 ms': p50 ?? 0, 'p99 ms': p99 ?? 0, 'max ms': most ?? 0 };
  };
  const taps = rowOf('tap, to its answer', 'tap');
  const memory = growthOf(probes);
  const loop = probes.map((each) => each.loopMs);
  const twice = unexpected(bot, crowd);
  return {
    name: 'soak',
    what,
    rows: [taps, rowOf('text, to the message', 'text')],
    goals: [
      goal('99 of 100 taps are answered within 200 ms', taps['p99 ms'], { most: 200 }),
      goal('lost answers', crowd.lost, { most: 0 }),
      goal('messages, edits and tap answers too many or too few', twice, { most: 0 }),
      goal('memory of the last third ≤ 1.15 × that of the second', memory.ratio, { most: 1.15 }),
      goal('the loop of the bot was held up at most 100 ms, 99 seconds in 100', percentile(loop, 0.99), {
        most: 100,
      }),
    ],
    notes: [
      `${perSecond} updates a second for ${seconds} s; put off because the person still waited: ${crowd.late}.`,
      `The bot's process: ${((100 * (cpu ?? 0)) / seconds).toFixed(0)} % of a core, ${memory.megabytes} MB, loop at most ${Math.max(0, ...loop).toFixed(0)} ms.`,
    ],
    data: { probes },
  };
}

/** Heap in use: what collections give back is not growth, so lows of many seconds are compared. */
function growthOf(probes: readonly Probe[]) {
  const third = Math.floor(probes.length / 3);
  const inUse = (from: number) => median(probes.slice(from, from + third).map((each) => each.rss));
  const ratio = third === 0 ? 1 : inUse(2 * third) / inUse(third);
  return { ratio, megabytes: Math.round(Math.max(0, ...probes.map((each) => each.rss)) / 1024 ** 2) };
}

/** Messages, edits and tap answers that nothing asked for, or that are missing. */
function unexpected({ calls }: Bot, { expected }: Crowd): number {
  const done = (method: string) =>
    calls.filter((call) => call.method === method && call.status === 200).length;
  return (
    Math.abs(done('sendMessage') - expected.new) +
    Math.abs(done('editMessageText') - expected['in place']) +
    Math.abs(done('answerCallbackQuery') - expected.taps)
  );
}
