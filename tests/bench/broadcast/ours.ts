// One broadcast through the product: the use-case, the worker in a process of its own, the strict Bot API server here.
import { setTimeout as delay } from 'node:timers/promises';
import { grammyChannel } from '../../../bot/adapters/grammy.ts';
import { talkingPort } from '../../../bot/delivery/talking-port.ts';
import { sharedRateLimiter } from '../../../engine/jobs/shared-rate-limiter.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { createBroadcast } from '../../../engine/notify/broadcasts/create-broadcast.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { people } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { mostInASecond } from '../../reliability/deliveries/most-in-a-second.ts';
import { addPerson, personOf, quietLog } from '../../reliability/jobs/stage.ts';
import { type BotApi, startBotApi } from '../../support/telegram/index.ts';
import { startWorkerProcess } from '../../support/world/worker-process.ts';
import type { BenchServices } from '../harness/bench.ts';
import { cpuOf, used } from '../harness/cpu.ts';
import { openBenchEngine } from '../harness/engine.ts';

export interface Seen {
  /** Messages a second, from the first to the last. */
  readonly rate: number;
  readonly most: number;
  readonly refused: number;
  /** Per cent of a core. */
  readonly cpu: number;
  readonly replyP50: number;
  readonly replyP99: number;
  readonly replyMax: number;
}

const TOKEN = '700031:bench-broadcast';
const TALKER = 900_000;
/** Milliseconds between two words of the person who talks. */
const THINKS = 10_000;
const operator: Actor = { kind: 'key', id: 'bench', grants: [{ role: 'operator', scope: 'all' }] };
const words = { kk: 'Ертең жиналыс болады.', ru: 'Завтра собрание.', en: 'There is a meeting tomorrow.' };

export async function announce(services: BenchServices, size: number): Promise<Seen> {
  const address = services.freshDatabase();
  const engine = await openBenchEngine(services, address);
  const api = await startBotApi();
  const bot = api.addBot({ token: TOKEN, username: 'qadam_bench_bot', name: 'Bench' });
  await populate(engine.ctx, size);
  for (let n = 0; n <= size; n += 1) {
    const id = n === size ? TALKER : 1_000 + n;
    await api.user({ id, firstName: `Сынақ ${n}`, languageCode: 'ru' }).start(bot);
  }
  const telegram = { root: api.root, participant: TOKEN, staff: '700032:bench-staff' };
  const worker = await startWorkerProcess({ mongodb: address, redis: services.redis }, telegram);
  try {
    api.rates.enabled = true;
    return await follow(engine.ctx, api, services.redis, worker.pid(), size);
  } finally {
    await worker.stop();
    await engine.close();
    await api.close();
  }
}

async function follow(
  ctx: EngineContext,
  api: BotApi,
  redis: string,
  worker: number,
  size: number,
): Promise<Seen> {
  const talk = talking(api, redis);
  await createBroadcast(
    ctx,
    { id: 'bench', actor: operator },
    {
      ...{ words, audience: { region: null, university: null } },
    },
  );
  const arrived = () => api.calls(TOKEN, 'sendMessage').filter(({ params }) => params.chat_id !== TALKER);
  while (arrived().length === 0) await delay(20);
  const before = { cpu: cpuOf(worker), at: performance.now() };
  while ((await deliveries.on(ctx.db).countDocuments({ ...readsAll, state: 'sent' } as never)) < size)
    await delay(200);
  const cpu = used(before.cpu, cpuOf(worker)) ?? Number.NaN;
  const seconds = (performance.now() - before.at) / 1_000;
  const waits = (await talk.stop()).sort((a, b) => a - b);
  const all = api.calls(TOKEN, 'sendMessage');
  const times = arrived()
    .filter(({ status }) => status === 200)
    .map(({ at }) => at.getTime());
  const span = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  return {
    rate: (times.length - 1) / span,
    most: mostInASecond(all.map(({ at }) => at.getTime())),
    refused: all.filter(({ status }) => status === 429).length,
    cpu: (100 * cpu) / seconds,
    replyP50: waits[Math.floor(waits.length / 2)] ?? Number.NaN,
    replyP99: waits[Math.floor(waits.length * 0.99)] ?? Number.NaN,
    replyMax: waits.at(-1) ?? Number.NaN,
  };
}

/** A person whose bot answers them, as the bot's own process does. @returns milliseconds of each answer when stopped */
function talking(api: BotApi, redis: string): { stop(): Promise<number[]> } {
  const options = { token: TOKEN, tokenVariable: 'TOKEN', apiRoot: api.root, desk: 'participant' } as const;
  const channel = grammyChannel({ ...options, log: quietLog });
  const limiter = sharedRateLimiter(redis);
  const port = talkingPort(channel.port, limiter);
  const to = { desk: 'participant', channel: 'telegram', chat: String(TALKER) } as const;
  const waits: number[] = [];
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await delay(Math.min(THINKS, 1_500 + waits.length * 2_000), undefined, { signal: stopping.signal });
      const asked = performance.now();
      // A refused one stands in the server's record as 429.
      const sent = await port.send(to, { html: 'Түсінікті.', buttons: [], media: [] }).catch(() => null);
      if (sent !== null) waits.push(performance.now() - asked);
    }
  })().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    stop: async () => {
      stopping.abort();
      await running;
      limiter.close();
      await channel.stop();
      return waits;
    },
  };
}

/** Students with a chat and a live consent. */
async function populate(ctx: EngineContext, size: number): Promise<void> {
  await addPerson(ctx, 0, 'ru');
  const model = await people.on(ctx.db).findById(personOf(0)).lean();
  await people.on(ctx.db).deleteOne({ _id: personOf(0) });
  const now = ctx.clock.now();
  const consent = {
    ...{ purpose: 'credit', textVersion: '1', givenAt: now, until: new Date(now.getTime() + DAY) },
    ...{ thirdParties: [], withdrawnAt: null, givenBy: null, withdrawnBy: null },
  };
  const all = Array.from({ length: size }, (_, n) => ({
    ...{ ...model, _id: `student-${n}`, outbox: [], consents: [consent] },
    student: { universityId: 'alpha', year: 1 },
    chats: [{ key: `participant.telegram.${1_000 + n}`, desk: 'participant', usedAt: now, reachable: true }],
  }));
  await people.on(ctx.db).collection.insertMany(all as never);
}
