// Limits that several API processes keep together: counted in Redis, and by each alone while Redis is away.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sharedCounts } from '../../../api/shared-counts.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import { OUTSIDE_KEY, openServer, type StageParts } from './stage.ts';

const ping: NonNullable<StageParts['resources']> = [
  async (app) => void app.get('/ping', async () => ({ fine: true })),
];

let services: TestServices;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services?.stop());

async function openPair(limits: StageParts['limits']) {
  const counts = [sharedCounts(services.redisUrl), sharedCounts(services.redisUrl)];
  const servers = await Promise.all(
    counts.map(({ store }) =>
      openServer({ resources: ping, counts: store, behindProxy: true, ...(limits && { limits }) }),
    ),
  );
  onTestFinished(async () => {
    for (const server of servers) await server.close();
    for (const each of counts) each.close();
  });
  await expect.poll(() => counts.every((each) => each.isShared())).toBe(true);
  return (nth: number, address: string, apiKey: string | null = null) =>
    servers[nth % 2]?.ask('GET', '/v1/ping', { apiKey, headers: { 'x-forwarded-for': address } });
}

const statuses = async (
  ask: (nth: number) => Promise<{ status: number } | undefined> | undefined,
  times: number,
) => {
  const all: (number | undefined)[] = [];
  for (let nth = 0; nth < times; nth += 1) all.push((await ask(nth))?.status);
  return all;
};

test('two servers share what they count, by address and by key', async () => {
  const ask = await openPair({ perAddress: 4, perKey: 6 });
  expect(await statuses((nth) => ask(nth, '203.0.113.1'), 6)).toEqual([401, 401, 401, 401, 429, 429]);
  expect((await ask(0, '203.0.113.2'))?.status).toBe(401);
  // Each server knows a key after its first request, which is counted by the address.
  expect(await statuses((nth) => ask(nth, '203.0.113.3', OUTSIDE_KEY), 10)).toEqual([
    ...Array(8).fill(200),
    429,
    429,
  ]);
});

test('the addresses of one IPv6 network count as one', async () => {
  const ask = await openPair({ perAddress: 3 });
  const from = (nth: number) => ask(nth, `2001:db8:1:2::${nth + 1}`);
  expect(await statuses(from, 5)).toEqual([401, 401, 401, 429, 429]);
  expect((await ask(0, '2001:db8:1:3::1'))?.status).toBe(401);
});

test('many at once are counted one by one', async () => {
  const ask = await openPair({ perAddress: 20 });
  const answers = await Promise.all(Array.from({ length: 60 }, (_, nth) => ask(nth, '203.0.113.4')));
  expect(answers.filter((each) => each?.status === 401)).toHaveLength(20);
});

test('while Redis is away each goes on, under limits of its own; afterwards they count together again', async () => {
  const ask = await openPair({ perAddress: 2 });
  await services.redis.stop();
  const alone = await statuses((nth) => ask(nth, '203.0.113.5'), 6);
  expect(alone).toEqual([401, 401, 401, 401, 429, 429]);
  await services.redis.start();
  await expect
    .poll(
      async () => {
        const address = `203.0.113.${100 + Math.floor(Math.random() * 100)}`;
        return statuses((nth) => ask(nth, address), 3);
      },
      { timeout: 10_000 },
    )
    .toEqual([401, 401, 429]);
});

test('no address stands in Redis', async () => {
  const ask = await openPair({ perAddress: 5 });
  await ask(0, '203.0.113.77');
  const redis = new Redis(services.redisUrl);
  onTestFinished(() => redis.disconnect());
  const keys = await redis.keys('*');
  expect(keys.some((each) => each.startsWith('qadam.limits.'))).toBe(true);
  expect(keys.join(' ')).not.toContain('203.0.113');
});
