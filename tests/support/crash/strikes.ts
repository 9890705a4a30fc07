// Strikes at random against everything that can die: processes of each kind, the engine, Redis, and Redis's memory.
import { Redis } from 'ioredis';
import type { TestServices } from '../services/start-services.ts';
import { type Fleet, type Kind, kinds } from './fleet.ts';
import type { Chance } from './random.ts';

export type Victim = Kind | 'engine' | 'Redis' | 'FLUSHALL';

export interface Strike {
  readonly victim: Victim;
  /** As `performance.now()` gives it. */
  readonly at: number;
  /** Resolves when the dead is replaced. */
  readonly replaced: Promise<void>;
}

/** Processes die more often than servers. */
const often: readonly Victim[] = [...kinds, ...kinds, 'engine', 'Redis', 'FLUSHALL'];

/** @returns a function that strikes once; a server that is still coming back is not struck again */
export function striker(fleet: Fleet, services: TestServices, chance: Chance): () => Strike {
  const comingBack = new Set<Victim>();
  return () => {
    const victim = chance.pick(often.filter((each) => !comingBack.has(each)));
    const at = performance.now();
    const replaced = strike(victim, fleet, services, chance);
    if (victim === 'engine' || victim === 'Redis') {
      comingBack.add(victim);
      const back = () => void comingBack.delete(victim);
      replaced.then(back, back);
    }
    return { victim, at, replaced };
  };
}

async function strike(victim: Victim, fleet: Fleet, services: TestServices, chance: Chance): Promise<void> {
  if (victim === 'engine') return services.mongodb.kill9();
  if (victim === 'Redis') return services.redis.kill9();
  if (victim === 'FLUSHALL') return flush(services.redisUrl);
  await chance.pick(fleet.of(victim)).kill9();
}

async function flush(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 100, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  await redis.flushall();
  redis.disconnect();
}
