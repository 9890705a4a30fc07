// What the API process needs to be of use: the database and Redis, asked anew each time; and that it is to stay.
import { Redis } from 'ioredis';
import type { StoreContext } from '../engine/store/context.ts';
import type { HealthChecks } from './health.ts';

const RETRY_MS = 500;

export interface OpenedChecks {
  readonly checks: HealthChecks;
  /** From now on the process is not ready: whoever sends it people sends them elsewhere. */
  drain(): void;
  close(): void;
}

/** @param redisUrl `redis://…`, or the path of a Unix socket */
export function openHealthChecks(db: StoreContext['db'], redisUrl: string): OpenedChecks {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, retryStrategy: () => RETRY_MS });
  // Its state is told by the check itself.
  redis.on('error', () => undefined);
  let isDraining = false;
  const checks = {
    staying: async () => {
      if (isDraining) throw new Error('the process is being stopped');
    },
    mongodb: async () => void (await db.db?.admin().ping()),
    redis: async () => void (await redis.ping()),
  };
  const drain = () => {
    isDraining = true;
  };
  return { checks, drain, close: () => redis.disconnect() };
}
