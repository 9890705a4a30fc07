// The Redis connection that BullMQ's queues and workers share (a worker adds a blocking one of its own).
// It waits patiently: BullMQ must not see a command fail for want of a connection, least of all its first.
import { Redis } from 'ioredis';
import type { JobLog } from './job-log.ts';

/**
 * Milliseconds without an answer after which a connection is given up: a router may forget it and tell nobody, and then
 * nothing would be sent until somebody restarts the process. Longer than the 10 s for which BullMQ's workers wait.
 */
const SILENCE = 12_000;

export interface Connection {
  readonly redis: Redis;
  /** False while Redis is away: what would only pile up in memory had better not be sent. */
  readonly ready: () => boolean;
  close(): void;
}

/** @param url `redis://…`, or the path of a Unix socket */
export function connectRedis(url: string, log: JobLog): Connection {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    socketTimeout: SILENCE,
    retryStrategy: (times: number) => Math.min(1_000, times * 50),
  });
  let away = false;
  redis.on('error', (error: Error) => {
    if (!away) log.warn({ error: error.message }, 'Redis does not answer');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info({}, 'Redis answers again');
    away = false;
  });
  return { redis, ready: () => redis.status === 'ready', close: () => redis.disconnect() };
}
