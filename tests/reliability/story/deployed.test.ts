// A rolling deploy in the middle of the credit story: every process is told to end (SIGTERM) and replaced, again and
// again, while people go on. Dialogues go on where they stood; nothing is said twice, nothing has to be guessed.
import { afterEach, expect, it } from 'vitest';
import { expectOutcome } from '../../story/credit/outcome.ts';
import { playCreditStory } from '../../story/credit/story.ts';
import type { Ending } from '../../support/crash/managed-process.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import { type FleetWorld, openFleetWorld } from '../../support/world/fleet-world.ts';
import { checkInvariants } from '../model/invariants/check.ts';

let services: TestServices;
let world: FleetWorld;

afterEach(async () => {
  await world.close();
  await services.stop();
}, 60_000);

/** One process is replaced at every so many acts: each of the eight, and some of them twice. */
const EVERY = 10;
/** Milliseconds that a process may take to end: docker-compose.yml kills it after 20 s. */
const GRACE = 10_000;

it('goes to its end while each process is replaced in turn', async () => {
  services = await startServices();
  const endings: Promise<Ending>[] = [];
  let acts = 0;
  const onAct = async () => {
    acts += 1;
    if (acts % EVERY !== 0) return;
    const { all } = world.fleet;
    const next = all[endings.length % all.length];
    // Not awaited: people do not wait for a deploy.
    if (next) endings.push(next.term());
  };
  const servers = { mongodb: services.mongodbUri, redis: services.redisUrl };
  world = await openFleetWorld({ servers, receives: 'polling', onAct });
  await playCreditStory(world, { student: 'ru', staff: 'kk' });
  const ended = await Promise.all(endings);
  expect(ended.length).toBeGreaterThanOrEqual(world.fleet.all.length);
  for (const { code, milliseconds } of ended) {
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(GRACE);
  }
  const rest = () => checkInvariants(world.ctx.db, { atRest: true });
  await expect.poll(rest, { timeout: 60_000, interval: 500 }).toEqual([]);
  await expectOutcome(world);
  // A process that ended in order knows what it sent: no delivery was begun twice, no update handled twice.
  const { db } = world.ctx;
  expect(await db.collection('deliveries').countDocuments({ attempts: { $gt: 1 } })).toBe(0);
  expect(await db.collection('inbox').countDocuments({ attempts: { $gt: 0 } })).toBe(0);
}, 300_000);
