// Redis is killed, emptied and taken away under load: every event still becomes exactly one message.
// MongoDB and Redis are this test's own.
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createJobs, type Jobs } from '../../../engine/jobs/jobs.ts';
import { hearNudges, LocalNudge, remoteNudge } from '../../../engine/jobs/nudge.ts';
import { peopleRoom } from '../../../engine/people/manifest.ts';
import type { Waiting } from '../../../engine/store/context.ts';
import { setTimer } from '../../../engine/store/timers.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import {
  addPerson,
  moveTicket,
  openStage,
  personOf,
  quietLog,
  type Stage,
  statesOf,
  ticketProgramme,
  waitingOutboxes,
} from './stage.ts';

let services: TestServices;
beforeAll(async () => {
  services = await startServices();
}, 60_000);
afterAll(() => services.stop(), 60_000);

const PEOPLE = 20;
const MOVES = 2;
const EVENTS = PEOPLE * MOVES;

let stage: Stage;
let nudge: LocalNudge;
let running: Jobs[] = [];
let runs = 0;
let count = 0;
let prefix = '';

beforeEach(async () => {
  count += 1;
  runs = 0;
  prefix = `test-${count}`;
  nudge = new LocalNudge();
  stage = await openStage(services.mongodbUri.replace('/test?', `/test-${count}?`), nudge.nudge);
  for (let n = 0; n < PEOPLE; n += 1) await addPerson(stage.ctx, n);
}, 60_000);
afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()));
  running = [];
  await stage.close();
}, 60_000);

function begin(): Jobs {
  const tick = async () => {
    runs += 1;
  };
  const remind = async () => [
    { to: personOf(0), desk: 'participant' as const, message: { texts: [{ key: 'test:remind' }] } },
  ];
  const jobs = createJobs({
    ctx: stage.ctx,
    nudge,
    redis: services.redisUrl,
    prefix,
    parts: [
      peopleRoom,
      ticketProgramme({ jobs: { tick: { every: 200, run: tick } }, timers: { 'test.remind': remind } }),
    ],
    deliver: stage.deliver,
    log: quietLog,
  });
  running.push(jobs);
  jobs.start();
  return jobs;
}

async function moveAll(): Promise<void> {
  for (let n = 0; n < PEOPLE; n += 1) await moveTicket(stage.ctx, n, MOVES);
}

async function expectAllSentOnce(events = EVENTS): Promise<void> {
  await expect.poll(() => statesOf(stage.ctx), { timeout: 60_000, interval: 50 }).toEqual({ sent: events });
  const told = stage.port.sent.map(({ chat, html }) => `${chat} ${html}`);
  expect(new Set(told).size).toBe(events);
  expect(told).toHaveLength(events);
  expect(await waitingOutboxes(stage.ctx)).toBe(0);
}

const sentSoFar = (n: number) =>
  expect.poll(() => stage.port.sent.length, { timeout: 30_000, interval: 5 }).toBeGreaterThanOrEqual(n);

const ranAgain = async () => {
  const before = runs;
  await expect.poll(() => runs, { timeout: 30_000, interval: 20 }).toBeGreaterThan(before + 2);
};

describe('deliveries', () => {
  it('are each sent once, with two workers and two relays on the same store', async () => {
    begin();
    begin();
    await moveAll();
    await expectAllSentOnce();
  }, 120_000);

  it('survive FLUSHALL in the middle, and so do the recurring jobs', async () => {
    begin();
    await moveAll();
    await sentSoFar(5);
    const redis = new Redis(services.redisUrl);
    await redis.flushall();
    await expectAllSentOnce();
    await redis.flushall();
    await ranAgain();
    redis.disconnect();
  }, 120_000);

  it('survive SIGKILL of Redis', async () => {
    begin();
    await moveAll();
    await sentSoFar(5);
    await services.redis.kill9();
    await expectAllSentOnce();
    await ranAgain();
  }, 120_000);

  it('wait while Redis is away, though outboxes are carried, and go out when it is back', async () => {
    await services.redis.stop();
    begin();
    await moveAll();
    await expect.poll(() => waitingOutboxes(stage.ctx), { timeout: 30_000 }).toBe(0);
    expect(await statesOf(stage.ctx)).toEqual({ waiting: EVENTS });
    await services.redis.start();
    await expectAllSentOnce();
    await ranAgain();
  }, 120_000);
});

describe('what starts the work', () => {
  it('is a due timer', async () => {
    begin();
    await setTimer(stage.ctx, { key: 'r', kind: 'test.remind', dueAt: stage.ctx.clock.now(), data: {} });
    await expectAllSentOnce(1);
  }, 60_000);

  it('is a nudge from another process, also after Redis was killed', async () => {
    let heard = 0;
    const elsewhere = remoteNudge(services.redisUrl, prefix);
    const hearing = hearNudges(services.redisUrl, prefix, () => {
      heard += 1;
    });
    const nudged = async () => {
      const before = heard;
      const told = () => {
        elsewhere.nudge();
        return heard;
      };
      await expect.poll(told, { timeout: 30_000, interval: 10 }).toBeGreaterThan(before);
    };
    await nudged();
    await services.redis.kill9();
    await nudged();
    elsewhere.close();
    hearing.close();
  }, 60_000);

  it('names the documents that wait, and only says that some do when they are many or another does not say which', async () => {
    const heard: (Waiting | undefined)[] = [];
    const hearing = hearNudges(services.redisUrl, prefix, (waiting) => heard.push(waiting));
    const elsewhere = remoteNudge(services.redisUrl, prefix);
    const older = new Redis(services.redisUrl);
    const hears = async (say: () => unknown, words: readonly (Waiting | undefined)[]) => {
      heard.length = 0;
      const again = () => {
        if (heard.length === 0) say();
        return heard;
      };
      await expect.poll(again, { timeout: 30_000, interval: 100 }).toEqual(words);
    };
    const ticket = (n: number): Waiting => ({ owner: 'test_tickets', id: `ticket-${n}` });
    const nudgeAll = (named: readonly (Waiting | undefined)[]) => {
      for (const each of named) elsewhere.nudge(each);
    };
    await hears(() => nudgeAll([ticket(1), ticket(2)]), [ticket(1), ticket(2)]);
    await hears(() => nudgeAll([ticket(1), undefined]), [undefined]);
    await hears(() => nudgeAll(Array.from({ length: 300 }, (_, n) => ticket(n))), [undefined]);
    for (const word of ['', 'ticket-1', '["ticket-1"]', '{}']) {
      await hears(() => older.publish(`${prefix}.nudge`, word), [undefined]);
    }
    older.disconnect();
    elsewhere.close();
    hearing.close();
  }, 60_000);
});
