// "The outbox of this document has something to carry": within the worker a direct call, from other processes a word
// through Redis that names the documents. A lost nudge loses nothing: the relay looks by itself every other second.
import { Redis } from 'ioredis';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { StoreContext, Waiting } from '../store/context.ts';

/** Milliseconds after which a connection that answers nothing is replaced. */
const SILENCE = 5_000;
/** More documents than this in one turn of the loop are cheaper to search for than to name. */
const NAMED = 200;

type Nudge = StoreContext['nudge'];

/** The words on the channel: the documents that wait. Anything else, an empty message too, says "search". */
const Names = Compile(Type.Array(Type.Object({ owner: Type.String(), id: Type.String() })));

const channelOf = (prefix: string): string => `${prefix}.nudge`;

/** Connects a context's `nudge` with the relay of the same process. */
export class LocalNudge {
  #listener: Nudge = () => undefined;

  /** For `StoreContext.nudge`. */
  readonly nudge: Nudge = (waiting) => this.#listener(waiting);

  listen(listener: Nudge): void {
    this.#listener = listener;
  }
}

export interface RemoteNudge {
  /** For `StoreContext.nudge` of a process without jobs. Never throws, never waits. */
  readonly nudge: Nudge;
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
  let waiting: (Waiting | undefined)[] = [];
  const nudge: Nudge = (document) => {
    if (redis.status !== 'ready') return;
    waiting.push(document);
    if (waiting.length > 1) return;
    // Next turn of the loop: many changes at once are one nudge.
    setImmediate(() => {
      redis.publish(channelOf(prefix), messageOf(waiting)).catch(() => undefined);
      waiting = [];
    });
  };
  return { nudge, close: () => redis.disconnect() };
}

/** Calls the listener for every nudge from elsewhere. */
export function hearNudges(url: string, prefix: string, listener: Nudge): { close(): void } {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 500 });
  redis.on('error', () => undefined);
  redis.on('message', (_, message) => {
    const named = namesIn(message);
    if (named) for (const waiting of named) listener(waiting);
    else listener();
  });
  // ioredis subscribes again by itself after each reconnection.
  redis.subscribe(channelOf(prefix)).catch(() => undefined);
  return { close: () => redis.disconnect() };
}

const messageOf = (waiting: readonly (Waiting | undefined)[]): string =>
  waiting.length > NAMED || waiting.includes(undefined) ? '' : JSON.stringify(waiting);

function namesIn(message: string): readonly Waiting[] | null {
  try {
    const names: unknown = JSON.parse(message);
    return Names.Check(names) ? names : null;
  } catch {
    // A process of an older version says nothing but that something waits.
    return null;
  }
}
