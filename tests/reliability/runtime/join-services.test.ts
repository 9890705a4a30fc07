// Commands beside the launcher: they join the services that run, or start them for themselves; and a data directory
// whose path is too long for a socket works like any other.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { joinServices } from '../../../engine/runtime/join-services.ts';
import { launch, newDataDirectory, processesOf } from './launched.ts';

// Deadlines, not durations: a whole launch on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
function fresh(): string {
  const directory = newDataDirectory();
  ends.push(async () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
async function joinTo(directory: string) {
  const joined = await joinServices({ DATA_DIR: directory }, () => undefined);
  ends.push(() => joined.stop());
  return joined;
}
async function countStarts(uri: string): Promise<number> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const count = await connection.collection('starts').countDocuments({});
  await connection.close();
  return count;
}

describe('a command beside the launcher', () => {
  it('reaches the database of the Qadam that runs, and leaves it running', async () => {
    const directory = fresh();
    const launched = launch(directory);
    ends.push(async () => {
      launched.child.kill('SIGTERM');
      await launched.ended;
    });
    await launched.ready();
    const joined = await joinTo(directory);
    expect(await countStarts(joined.configuration.mongodbUri)).toBe(2);
    await joined.stop();
    expect(processesOf(directory).size).toBe(4);
  });

  it('starts the services itself when nothing runs, in a directory with a very long path too', async () => {
    const directory = join(fresh(), 'a'.repeat(60), 'b'.repeat(60), 'қадам деректері');
    mkdirSync(directory, { recursive: true });
    const joined = await joinTo(directory);
    expect(await countStarts(joined.configuration.mongodbUri)).toBe(0);
    const redis = new Redis(joined.configuration.redisUrl);
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
    await joined.stop();
    expect(processesOf(directory).size).toBe(0);
    expect((await joinTo(directory)).configuration.secretKey).toBe(joined.configuration.secretKey);
  });
});
