// "An outbox has something to carry": within the worker a direct call, from other processes a word through Redis.
// A lost nudge loses nothing: the relay looks by itself every second.
import { Redis } from 'ioredis';

/** Milliseconds after which a connection that answers nothing is replaced. */
const SILENCE = 5_000;

const channelOf = (prefix: string): string => `${prefix}.nudge`;

/** Connects a context's `nudge` with the relay of the same process. */
export class LocalNudge {
  #listener: () => void = () => undefined;

  /** For `StoreContext.nudge`. */
  readonly nudge = (): void => this.#listener();

  listen(listener: () => void): void {
    this.#listener = listener;
  }
}

export interface RemoteNudge {
  /** For `StoreContext.nudge` of a process without jobs. Never throws, never waits. */
  readonly nudge: () => void;
  close(): void;
}

/** @param url `redis://…`, or the path of a Unix socket */
export function remoteNudge(url: string, prefix = 'qadam'): RemoteNudge {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    socketTimeout: SILENCE,
  });
  redis.on('error', () => undefined);
  let underWay = false;
  const nudge = () => {
    if (underWay || redis.status !== 'ready') return;
    underWay = true;
    // Next turn of the loop: many changes at once are one nudge.
    setImmediate(() => {
      underWay = false;
      redis.publish(channelOf(prefix), '').catch(() => undefined);
    });
  };
  return { nudge, close: () => redis.disconnect() };
}

/** Calls the listener for every nudge from elsewhere. */
export function hearNudges(url: string, prefix: string, listener: () => void): { close(): void } {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 500 });
  redis.on('error', () => undefined);
  redis.on('message', listener);
  // ioredis subscribes again by itself after each reconnection.
  redis.subscribe(channelOf(prefix)).catch(() => undefined);
  return { close: () => redis.disconnect() };
}
