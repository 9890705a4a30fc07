// The Redis connections that BullMQ needs: one that fails fast for handing work over (MongoDB remembers it anyway),
// one that waits patiently for taking work.
import { Redis } from 'ioredis';
import type { JobLog } from './job-log.ts';

const shared = { retryStrategy: (times: number) => Math.min(1_000, times * 50) };

export interface Connections {
  /** For queues: a command fails at once while Redis is away. */
  readonly hasty: Redis;
  /** For workers: a command waits until Redis is back. */
  readonly patient: Redis;
  close(): void;
}

/** @param url `redis://…`, or the path of a Unix socket */
export function connectRedis(url: string, log: JobLog): Connections {
  const hasty = new Redis(url, {
    ...shared,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 5_000,
  });
  const patient = new Redis(url, { ...shared, maxRetriesPerRequest: null });
  for (const [name, each] of Object.entries({ hasty, patient })) quiet(each, name, log);
  return {
    hasty,
    patient,
    close: () => {
      hasty.disconnect();
      patient.disconnect();
    },
  };
}

/** Says once that Redis is away, and once that it is back. */
function quiet(redis: Redis, name: string, log: JobLog): void {
  let away = false;
  redis.on('error', (error: Error) => {
    if (!away) log.warn({ error: error.message, connection: name }, 'Redis does not answer');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info({ connection: name }, 'Redis answers again');
    away = false;
  });
}
