// What `kill -9` of the embedded services may and may not do: the address stays, acknowledged writes stay.
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServices, type TestServices } from '../../support/services/start-services.ts';

let services: TestServices;
beforeAll(async () => {
  services = await startServices();
});
afterAll(async () => {
  await services.stop();
});

describe('the embedded MongoDB engine', () => {
  it('keeps every acknowledged write over SIGKILL under load and serves the same address again', async () => {
    const connection = await mongoose.createConnection(services.mongodbUri).asPromise();
    const entries = connection.collection<{ _id: string }>('entries');
    const acknowledged: string[] = [];
    let writing = true;
    const writer = async (name: string) => {
      for (let i = 0; writing; i += 1) {
        const _id = `${name}-${i}`;
        await entries.insertOne({ _id }).then(
          () => acknowledged.push(_id),
          () => undefined,
        );
      }
    };
    const writers = ['a', 'b', 'c', 'd', 'e', 'f'].map(writer);
    for (const target of [100, 200, 300]) {
      await expect.poll(() => acknowledged.length, { timeout: 15_000, interval: 2 }).toBeGreaterThan(target);
      const before = services.mongodb.pid();
      await services.mongodb.kill9();
      expect(services.mongodb.pid()).not.toBe(before);
    }
    const healed = acknowledged.length;
    await expect.poll(() => acknowledged.length, { timeout: 15_000 }).toBeGreaterThan(healed + 50);
    writing = false;
    await Promise.all(writers);
    const stored = new Set((await entries.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    await connection.close();
  });

  it('keeps its data and its address over an ordered stop and start', async () => {
    const connection = await mongoose.createConnection(services.mongodbUri).asPromise();
    await connection.collection('kept').insertOne({ name: 'first' });
    await services.mongodb.restart();
    await expect
      .poll(
        () =>
          connection
            .collection('kept')
            .countDocuments({})
            .catch(() => -1),
        { timeout: 15_000 },
      )
      .toBe(1);
    await connection.close();
  });
});

describe('the private Redis', () => {
  it('is started again after SIGKILL at the same address, with what its append-only file holds', async () => {
    const redis = new Redis(services.redisUrl, { maxRetriesPerRequest: null });
    await redis.config('SET', 'appendfsync', 'always');
    await redis.set('kept', 'yes');
    await services.redis.kill9();
    expect(await redis.get('kept')).toBe('yes');
    redis.disconnect();
  });

  it('never evicts, which the queues rely on', async () => {
    const redis = new Redis(services.redisUrl);
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    redis.disconnect();
  });
});
