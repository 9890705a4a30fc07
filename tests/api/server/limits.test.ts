// Too much at once: by address, by key, and for the whole process. Each refusal says when to come again.
import { expect, onTestFinished, test, vi } from 'vitest';
import { apiKeys } from '../../../engine/access/store.ts';
import { OUTSIDE_KEY, openServer, type StageParts } from './stage.ts';

const ping: NonNullable<StageParts['resources']> = [
  async (app) => void app.get('/ping', async () => ({ fine: true })),
];

async function open(limits: StageParts['limits']) {
  const server = await openServer({ resources: ping, ...(limits && { limits }) });
  onTestFinished(() => server.close());
  const asking = (apiKey: string | null = OUTSIDE_KEY) => server.ask('GET', '/v1/ping', { apiKey });
  return { server, ping: asking };
}

const times = async <T>(count: number, each: () => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let n = 0; n < count; n += 1) all.push(await each());
  return all;
};

test('who asks too often is told when to come again', async () => {
  const { ping } = await open({ perAddress: 3 });
  const answers = await times(4, () => ping(null));
  expect(answers.map((each) => each.status)).toEqual([401, 401, 401, 429]);
  const last = answers[3];
  expect(last?.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(last?.json()).toMatchObject({ type: 'urn:qadam:problem:too-many-requests', status: 429 });
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(last?.headers['retry-after'])).toBeLessThanOrEqual(60);
});

test('guessed keys are counted by address, before the database is asked', async () => {
  const { server, ping } = await open({ perAddress: 3 });
  const look = vi.spyOn(apiKeys.on(server.ctx.db), 'findOne');
  let guesses = 0;
  const answers = await times(6, () => {
    guesses += 1;
    return ping(`qadam_guess${guesses}`);
  });
  expect(answers.map((each) => each.status)).toEqual([401, 401, 401, 429, 429, 429]);
  expect(look).toHaveBeenCalledTimes(3);
});

test('a valid key has a limit of its own, beside that of its address', async () => {
  const { ping } = await open({ perAddress: 2, perKey: 4 });
  const answers = await times(6, () => ping());
  expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await ping(null)).status).toBe(401);
  expect((await ping(null)).status).toBe(429);
});

test('under pressure everything but health is refused for a while', async () => {
  const { server, ping } = await open({ heapBytes: 1 });
  await expect.poll(async () => (await ping()).status, { timeout: 10_000 }).toBe(503);
  const answer = await ping();
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.json()).toMatchObject({ type: 'urn:qadam:problem:unavailable', status: 503 });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect((await server.ask('GET', '/health/live', { apiKey: null })).status).toBe(200);
});
