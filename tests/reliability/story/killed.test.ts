// The credit story while its servers and its worker are killed again and again in the middle of it: it goes on,
// nothing is lost, nothing happens twice.
import { Redis } from 'ioredis';
import { afterEach, expect, it } from 'vitest';
import { expectOutcome } from '../../dialogues/story/outcome.ts';
import { playCreditStory } from '../../dialogues/story/whole.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import { openWorld, type World } from '../../support/world/world.ts';

let services: TestServices;
let world: World;

afterEach(async () => {
  await world.close();
  await services.stop();
});

/** One disaster before every so many acts, in turn. */
const EVERY = 7;

it('goes to its end through SIGKILL of engine, Redis and worker, and FLUSHALL', async () => {
  services = await startServices();
  const flush = async () => {
    const redis = new Redis(services.redisUrl);
    await redis.flushall();
    redis.disconnect();
  };
  const disasters = [
    () => services.mongodb.kill9(),
    () => world.worker.kill9?.() ?? Promise.resolve(),
    () => services.redis.kill9(),
    flush,
  ];
  let acts = 0;
  let struck = 0;
  const onAct = async () => {
    acts += 1;
    if (acts % EVERY !== 0) return;
    // Not awaited: the story goes on while the dead are replaced.
    void disasters[struck % disasters.length]?.();
    struck += 1;
  };
  const servers = { mongodb: services.mongodbUri, redis: services.redisUrl };
  world = await openWorld('grammY', { servers, workerProcess: true, onAct });
  const { financialCentre, registrar } = await playCreditStory(world, { student: 'kk', staff: 'ru' });
  expect(struck).toBeGreaterThanOrEqual(12);
  await expectOutcome(world);
  expect(await financialCentre.count('credit-staff:card.payout')).toBe(1);
  expect(await registrar.count('credit-staff:notice.recredit-granted')).toBe(1);
}, 240_000);
