// Redis is well alive and does not do its part: it has no memory left, takes no writes, holds something else under a
// queue's key, is slow, is away for long. Nothing is lost or sent twice, and the queues are whole again within a minute
// after Redis is. Its death and FLUSHALL are in tests/reliability/jobs.
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createJobs, type Jobs } from '../../../engine/jobs/jobs.ts';
import { LocalNudge } from '../../../engine/jobs/nudge.ts';
import { MINUTE, ShiftedClock, systemClock } from '../../../engine/kernel/clock.ts';
import { peopleRoom } from '../../../engine/people/manifest.ts';
import { noteDown } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import {
  addPerson,
  moveTicket,
  openStage,
  quietLog,
  type Stage,
  statesOf,
  ticketProgramme,
  waitingOutboxes,
} from '../jobs/stage.ts';

const PEOPLE = 12;
/** Milliseconds; promised is a minute. */
const REBUILT = 40_000;

let services: TestServices;
let redis: Redis;
let stage: Stage;
let clock: ShiftedClock;
let jobs: Jobs;
let runs = 0;
let tested = 0;
let rounds = 0;

beforeAll(async () => {
  services = await startServices();
}, 60_000);
afterAll(() => services.stop(), 60_000);

beforeEach(async () => {
  tested += 1;
  rounds = 0;
  redis = new Redis(services.redisUrl, { maxRetriesPerRequest: null, retryStrategy: () => 100 });
  redis.on('error', () => undefined);
  clock = new ShiftedClock(systemClock);
  const nudge = new LocalNudge();
  stage = await openStage(services.mongodbUri.replace('/test?', `/test-${tested}?`), nudge.nudge, clock);
  const tick = async () => {
    runs += 1;
  };
  jobs = createJobs({
    ...{ ctx: stage.ctx, nudge, redis: services.redisUrl, prefix: `test-${tested}` },
    parts: [peopleRoom, ticketProgramme({ jobs: { tick: { every: 200, run: tick } } })],
    ...{ deliver: stage.deliver, log: quietLog },
  });
  jobs.start();
  await moveEach();
  await expectAllSent();
}, 60_000);
afterEach(async () => {
  await jobs.stop();
  await stage.close();
  await redis.flushall();
  redis.disconnect();
}, 60_000);

/** A notice for each of some more people. */
async function moveEach(): Promise<void> {
  rounds += 1;
  for (let n = rounds * PEOPLE; n < (rounds + 1) * PEOPLE; n += 1) {
    await addPerson(stage.ctx, n);
    await moveTicket(stage.ctx, n, 1);
  }
}

async function expectAllSent(): Promise<void> {
  const events = rounds * PEOPLE;
  await expect.poll(() => statesOf(stage.ctx), { timeout: REBUILT, interval: 50 }).toEqual({ sent: events });
  const told = stage.port.sent.map(({ chat, html }) => `${chat} ${html}`);
  expect(told).toHaveLength(events);
  expect(await waitingOutboxes(stage.ctx)).toBe(0);
}

/** Everything is sent that waited, everything new is, and recurring jobs run: all within a minute from now. */
async function expectRebuilt(): Promise<void> {
  const began = performance.now();
  await expectAllSent();
  await moveEach();
  await expectAllSent();
  const before = runs;
  await expect.poll(() => runs, { timeout: REBUILT, interval: 20 }).toBeGreaterThan(before + 2);
  expect(performance.now() - began).toBeLessThan(REBUILT);
}

/** The outboxes are carried meanwhile: what is to be sent stands in MongoDB. */
async function workMeanwhile(): Promise<void> {
  await moveEach();
  await expect.poll(() => waitingOutboxes(stage.ctx), { timeout: 30_000 }).toBe(0);
}

/** What is done to Redis; resolves with how that is undone. */
const troubles: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
  'has no memory left for writes': async () => {
    await redis.config('SET', 'maxmemory', '1');
    await expect(redis.set('anything', 'at all')).rejects.toThrow(/OOM/);
    return () => redis.config('SET', 'maxmemory', '0');
  },
  'is away for ten minutes': async () => {
    await services.redis.stop();
    return async () => {
      clock.offset += 10 * MINUTE;
      await services.redis.start();
    };
  },
  'holds words where a queue should be': async () => {
    const keys = await redis.keys(`test-${tested}:*`);
    expect(keys.length).toBeGreaterThan(2);
    for (const key of keys) await redis.set(key, 'something else');
    return () => redis.del(...keys);
  },
  'takes no writes, as the replica of a master that cannot be reached': async () => {
    await redis.replicaof('127.0.0.1', 1);
    await expect(redis.set('anything', 'at all')).rejects.toThrow(/READONLY/);
    return () => redis.replicaof('NO', 'ONE');
  },
  'answers nothing for five seconds': async () => {
    await redis.call('CLIENT', 'PAUSE', '5000', 'ALL');
    return async () => undefined;
  },
};

it.each(Object.keys(troubles).slice(0, countOf('redisTroubles')))(
  'Redis %s',
  async (trouble) => {
    const undo = await troubles[trouble]?.();
    await workMeanwhile();
    await undo?.();
    const began = performance.now();
    await expectRebuilt();
    noteDown([{ kind: `Redis ${trouble}`, recovery: performance.now() - began }]);
  },
  150_000,
);
