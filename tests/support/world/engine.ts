// The engine of a story: a database of its own, the shipped rules, the worker's jobs on the real Redis.

import { keptMedia } from '../../../bot/delivery/kept-media.ts';
import { createSender } from '../../../bot/delivery/sender.ts';
import type { ChannelPort } from '../../../bot/dialogue/port.ts';
import { sharedOwners } from '../../../bot/owners.ts';
import { createJobs, type Jobs } from '../../../engine/jobs/jobs.ts';
import { LocalNudge } from '../../../engine/jobs/nudge.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';
import type { Pace } from '../../../engine/notify/pace.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { sharedJobs } from '../../../engine/programmes/erasing.ts';
import { programmes, sharedEvents } from '../../../engine/programmes/registry.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { createIndexes } from '../../../engine/store/model.ts';
import { shippedBook } from '../../rules/shipped-book.ts';
import { emptyDatabase, freshPrefix, giveBack, sharedRedis } from '../services/fresh-database.ts';
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
}

export const sharedServers = (): StoryServers => ({ mongodb: emptyDatabase(), redis: sharedRedis() });

export async function openStoryEngine(servers: StoryServers, start: string): Promise<StoryEngine> {
  const db = await connectStore(servers.mongodb);
  await createIndexes(db);
  const clock = new StoryClock(db, start);
  await clock.share();
  const nudge = new LocalNudge();
  const links = {
    page: (path: string) => `http://127.0.0.1:8080/${path}`,
    form: (secret: string) => `http://127.0.0.1:8080/forms/${secret}`,
    start: (desk: string, secret: string) => `http://127.0.0.1:8080/chat?desk=${desk}&start=${secret}`,
  };
  const ctx: EngineContext = {
    clock,
    db,
    links,
    nudge: nudge.nudge,
    rules: shippedBook(),
    sealer: sealerOf(storyKey),
  };
  return { ctx, clock, nudge, close: () => giveBack(db) };
}

/** A story tells what is said, not how fast: that is for tests/reliability/deliveries. It would wait most of its time. */
const unhurried: Pace = {
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
    programmes,
    owners: sharedOwners,
    events: sharedEvents,
    shared: sharedJobs,
    deliver: createSender({ ctx, portOf, loadMedia: keptMedia(ctx), log: quietLog, pace: unhurried }),
    log: quietLog,
  });
  jobs.start();
  return jobs;
}
