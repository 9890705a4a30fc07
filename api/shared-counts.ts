// Counts for the limits, shared by all API processes through Redis. While Redis is away each process counts by itself and
// goes on serving: a limit may then be as many times as wide as there are processes, never absent.
import { createHash } from 'node:crypto';
import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import { Redis } from 'ioredis';

const PREFIX = 'qadam.limits';
/** Milliseconds that a request waits for Redis, and for which it is left alone after it did not answer. */
const PATIENCE = 200;
const LEFT_ALONE = 1_000;
const MOST = 20_000;

const COUNT = `local n = redis.call('INCR', KEYS[1])
if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {n, redis.call('PTTL', KEYS[1])}`;

interface Counted {
  readonly current: number;
  readonly ttl: number;
}
type Count = (key: string, window: number) => Promise<Counted>;

export interface SharedCounts {
  readonly store: FastifyRateLimitStoreCtor;
  /** False while each process counts by itself. */
  isShared(): boolean;
  close(): void;
}

/** @param url `redis://…`, or the path of a Unix socket */
export function sharedCounts(url: string): SharedCounts {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE,
    connectTimeout: 2_000,
    retryStrategy: () => 500,
  });
  redis.on('error', () => undefined);
  return {
    store: storeOf(counting(redis)),
    isShared: () => redis.status === 'ready',
    close: () => redis.disconnect(),
  };
}

function counting(redis: Redis): Count {
  const own = local();
  let notBefore = 0;
  return async (key, window) => {
    if (redis.status !== 'ready' || performance.now() < notBefore) return own(key, window);
    try {
      // Hashed: an address says where somebody is.
      const name = `${PREFIX}.${createHash('sha256').update(key).digest('base64url')}`;
      const [current, ttl] = (await redis.eval(COUNT, 1, name, window)) as [number, number];
      return { current, ttl: Math.max(ttl, 0) };
    } catch {
      notBefore = performance.now() + LEFT_ALONE;
      return own(key, window);
    }
  };
}

function local(): Count {
  const counts = new Map<string, { current: number; endsAt: number }>();
  return async (key, window) => {
    const now = performance.now();
    const found = counts.get(key);
    const count = found && found.endsAt > now ? found : { current: 0, endsAt: now + window };
    count.current += 1;
    if (counts.size >= MOST) forgetEnded(counts, now);
    counts.set(key, count);
    return { current: count.current, ttl: Math.ceil(count.endsAt - now) };
  };
}

/** So many addresses at once that none can be forgotten: the oldest go. */
function forgetEnded(counts: Map<string, { endsAt: number }>, now: number): void {
  for (const [key, { endsAt }] of counts) if (endsAt <= now) counts.delete(key);
  for (const key of counts.keys()) {
    if (counts.size < MOST) break;
    counts.delete(key);
  }
}

const storeOf = (count: Count): FastifyRateLimitStoreCtor =>
  class Store implements FastifyRateLimitStore {
    readonly #scope: string;

    constructor(_options: unknown, scope = '') {
      this.#scope = scope;
    }

    incr(key: string, callback: Parameters<FastifyRateLimitStore['incr']>[1], window: number): void {
      count(`${this.#scope} ${key}`, window).then(
        (counted) => callback(null, counted),
        (error: Error) => callback(error),
      );
    }

    /** A route with a limit of its own counts by itself. */
    child(options: object): Store {
      const { routeInfo } = options as {
        readonly routeInfo?: { readonly method: unknown; readonly url: string };
      };
      return new Store({}, `${String(routeInfo?.method)} ${routeInfo?.url}`);
    }
  };
