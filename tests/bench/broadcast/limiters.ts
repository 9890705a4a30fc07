// How many messages two workers let through within one sliding second: BullMQ's own limiter, and our turns.
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { nanoid } from 'nanoid';
import { sharedRateLimiter } from '../../../engine/jobs/shared-rate-limiter.ts';
import { mostInASecond } from '../../reliability/deliveries/most-in-a-second.ts';

export async function mostByBullmq(url: string, messages: number): Promise<number> {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const name = `bench-${nanoid(8)}`;
  const queue = new Queue(name, { connection });
  const times: number[] = [];
  const limiter = { max: 30, duration: 1_000 };
  const done = new EventEmitter();
  const all = once(done, 'all');
  const work = async () => {
    times.push(performance.now());
    if (times.length === messages) done.emit('all');
  };
  const workers = [1, 2].map(() => new Worker(name, work, { connection, limiter, concurrency: 16 }));
  await queue.addBulk(Array.from({ length: messages }, (_, n) => ({ name: 'message', data: { n } })));
  await all;
  await Promise.all(workers.map((worker) => worker.close()));
  await queue.obliterate({ force: true });
  await queue.close();
  connection.disconnect();
  return mostInASecond(times);
}

export async function mostByOurs(url: string, messages: number): Promise<number> {
  const prefix = `bench-${nanoid(8)}`;
  const workers = [sharedRateLimiter(url, prefix), sharedRateLimiter(url, prefix)];
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    workers.map(async (limiter) => {
      while (times.length < messages) {
        next += 1;
        const pause = await limiter.notice('bot', `chat-${next}`);
        if (pause === null) times.push(performance.now());
        // Not connected yet.
        else await delay(20);
      }
    }),
  );
  for (const limiter of workers) limiter.close();
  return mostInASecond(times);
}
