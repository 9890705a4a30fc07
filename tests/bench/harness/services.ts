// Real MongoDB and Redis for a run of benchmarks: of its own, or those that MONGODB_URI and REDIS_URL name.
import { nanoid } from 'nanoid';
import { startServices } from '../../support/services/start-services.ts';
import type { BenchServices } from './bench.ts';

export interface OpenServices extends BenchServices {
  stop(): Promise<void>;
}

export async function openServices(): Promise<OpenServices> {
  const { MONGODB_URI: mongodb, REDIS_URL: redis } = process.env;
  const own = mongodb === undefined || redis === undefined ? await startServices() : null;
  const address = mongodb ?? own?.mongodbUri ?? '';
  return {
    redis: redis ?? own?.redisUrl ?? '',
    freshDatabase: () => named(address, `bench-${nanoid(10)}`),
    enginePid: () => (mongodb === undefined ? (own?.mongodb.pid() ?? null) : null),
    stop: async () => {
      await own?.stop();
    },
  };
}

/** The same server, another database. */
function named(address: string, database: string): string {
  const [path = '', query] = address.split('?');
  const server = path.replace(/^(mongodb(?:\+srv)?:\/\/[^/]+)\/?.*$/, '$1');
  return `${server}/${database}${query === undefined ? '' : `?${query}`}`;
}
