// The engine of a story: a database of its own, the shipped rules, the worker's jobs on the real Redis.

import type { Connection } from 'mongoose';
import { keptMedia } from '../../../bot/delivery/kept-media.ts';
import { createSender } from '../../../bot/delivery/sender.ts';
import type { ChannelPort } from '../../../bot/dialogue/port.ts';
import { createJobs, type Jobs } from '../../../engine/jobs/jobs.ts';
import { LocalNudge } from '../../../engine/jobs/nudge.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';
import type { RateLimiter } from '../../../engine/notify/rate-limiter.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { partsOf } from '../../../engine/programmes/rooms.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { createIndexes } from '../../../engine/store/model.ts';
import { testContext } from '../engine-context.ts';
import { emptyDatabase, freshPrefix, giveBack, openStore, sharedRedis } from '../services/fresh-database.ts';
import { StoryClock } from './clock.ts';
import { quietLog } from './log.ts';

export interface StoryEngine {
  readonly ctx: EngineContext;
  readonly clock: StoryClock;
  readonly nudge: LocalNudge;
  close(): Promise<void>;
}

/** Processes that a story starts have the same. */
export const storyKey = 'a key that only tests use, 32 long';

export interface StoryServers {
  readonly mongodb: string;
  readonly redis: string;
  /** Those of the run. */
  readonly shared?: true;
}

export const sharedServers = (): StoryServers => ({
  mongodb: emptyDatabase(),
  redis: sharedRedis(),
  shared: true,
});

async function connectWithIndexes(uri: string): Promise<Connection> {
  const db = await connectStore(uri);
  await createIndexes(db);
  return db;
}

export async function openStoryEngine(
  servers: StoryServers,
  start: string,
  registry: EngineContext['programmes'] = programmes,
): Promise<StoryEngine> {
  // Own servers are there to be mistreated: what production tolerates of them is tolerated here.
  const db = servers.shared ? await openStore(servers.mongodb) : await connectWithIndexes(servers.mongodb);
  const clock = new StoryClock(db, start);
  await clock.share();
  const nudge = new LocalNudge();
  const links = {
    page: (path: string) => `http://127.0.0.1:8080/${path}`,
    form: (secret: string) => `http://127.0.0.1:8080/forms/${secret}`,
    start: (desk: string, secret: string) => `http://127.0.0.1:8080/chat?desk=${desk}&start=${secret}`,
  };
  const ctx = testContext(db, clock, {
    links,
    nudge: nudge.nudge,
    sealer: sealerOf(storyKey),
    programmes: registry,
  });
  return { ctx, clock, nudge, close: () => giveBack(db) };
}

/** A story tells what is said, not how fast: that is for tests/reliability/deliveries. It would wait most of its time. */
const unhurried: RateLimiter = {
  inLine: (_bot, act) => act(),
  notice: async () => null,
  reply: async () => undefined,
};

/** The worker's part of a process. */
export function startJobs(
  engine: StoryEngine,
  servers: StoryServers,
  portOf: (address: ChatAddress) => ChannelPort | null,
  prefix = freshPrefix(),
): Jobs {
  const { ctx, nudge } = engine;
  const jobs = createJobs({
    ctx,
    nudge,
    redis: servers.redis,
    prefix,
    parts: partsOf(ctx),
    deliver: createSender({ ctx, portOf, loadMedia: keptMedia(ctx), log: quietLog, limiter: unhurried }),
    log: quietLog,
  });
  jobs.start();
  return jobs;
}
