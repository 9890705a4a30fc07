// The work that goes on by itself: relay, deliveries, timers, recurring jobs. One call makes all of it.
// Used by bot/worker.ts and by tests. Redis only carries work; what there is to do always stands in MongoDB.
import { desks } from '../kernel/chat.ts';
import { HOUR, SECOND } from '../kernel/clock.ts';
import { feedBroadcasts } from '../notify/broadcasts/feed-broadcasts.ts';
import type { Planned } from '../notify/insert.ts';
import type { Deliver } from '../notify/progress.ts';
import type { Part } from '../parts/part.ts';
import type { EngineContext } from '../programmes/context.ts';
import { takeDueCheckpoints } from '../store/audit-checkpoints.ts';
import type { StoreContext } from '../store/context.ts';
import { carrier } from './carrier.ts';
import { connectRedis } from './connections.ts';
import { DeliveryQueue } from './delivery-queue.ts';
import { runDueTimers } from './due-timers.ts';
import { eventHandlings, timerHandlers } from './handlings.ts';
import type { JobLog } from './job-log.ts';
import { hearNudges, type LocalNudge } from './nudge.ts';
import { purge, type Retention, usualRetention } from './purge.ts';
import { RecurringJobs } from './recurring.ts';
import { type RecurringJob, registerJobs } from './registry.ts';
import { Relay, type RelayCounts } from './relay.ts';

export interface JobsParts {
  readonly ctx: EngineContext;
  /** The listener behind `ctx.nudge`. */
  readonly nudge: LocalNudge;
  /** `redis://…`, or the path of a Unix socket. */
  readonly redis: string;
  /** Before all of our keys in Redis. */
  readonly prefix?: string;
  /** Whose outboxes, due dates and jobs it carries: usually all of `partsOf(ctx)`. */
  readonly parts: readonly Part<EngineContext>[];
  readonly deliver: Deliver;
  readonly log: JobLog;
  readonly retention?: Retention;
}

export interface Jobs {
  start(): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
  /** Since the start, for /metrics. */
  counts(): RelayCounts;
}

/** @throws AppError `configuration` when an event, a timer or a job has two handlers, or a job none */
export function createJobs(parts: JobsParts): Jobs {
  const { ctx, log, redis, prefix = 'qadam' } = parts;
  const handlings = eventHandlings(parts.parts);
  const handlers = timerHandlers(parts.parts);
  const connection = connectRedis(redis, log);
  const common = { ctx, connection, prefix, deliver: parts.deliver, log };
  const queues = desks.map((desk) => ({ desk, queue: new DeliveryQueue({ ...common, desk }) }));
  const enqueue = (planned: readonly Planned[]) => {
    for (const { desk, queue } of queues) {
      // Redis may be away: the deliveries are stored, refill finds them.
      if (planned.some((each) => each.desk === desk)) queue.wake().catch(() => undefined);
    }
  };
  const own: readonly RecurringJob[] = [
    // One job for all that is looked for every second: to run a job costs more than to look.
    {
      name: 'look-round',
      every: SECOND,
      run: () =>
        atConcurrency([
          ...queues.map(({ queue }) => queue.refill()),
          feedBroadcasts(ctx),
          runDueTimers({ ctx, handlers, enqueue, log }),
        ]),
    },
    { name: 'take-checkpoints', every: HOUR, run: () => takeDueCheckpoints(ctx) },
    { name: 'purge', every: HOUR, run: () => purge(ctx, parts.retention ?? usualRetention) },
  ];
  const jobs = [...own, ...jobsOf(ctx, parts.parts)];
  const recurring = new RecurringJobs({ jobs: registerJobs(jobs), connection, prefix, log });
  const owners = parts.parts.flatMap((each) => each.owners);
  const relay = new Relay(ctx, owners, carrier(ctx, handlings, enqueue), log);
  let hearing: { close(): void } | undefined;
  return {
    counts: () => relay.counts,
    start: () => {
      const nudged: StoreContext['nudge'] = (waiting) => relay.nudge(waiting);
      parts.nudge.listen(nudged);
      hearing = hearNudges(redis, prefix, nudged);
      for (const { queue } of queues) queue.start();
      recurring.start();
      relay.start();
    },
    stop: async () => {
      parts.nudge.listen(() => undefined);
      hearing?.close();
      await relay.stop();
      await Promise.all([recurring.stop(), ...queues.map(({ queue }) => queue.stop())]);
      connection.close();
    },
  };
}

const jobsOf = (
  ctx: EngineContext,
  parts: readonly Pick<Part<EngineContext>, 'jobs'>[],
): readonly RecurringJob[] =>
  parts.flatMap(({ jobs }) =>
    Object.entries(jobs).map(([name, { every, run }]) => ({ name, every, run: () => run(ctx) })),
  );

/** Waits for all of them, whichever fail. @throws AggregateError */
async function atConcurrency(all: readonly Promise<unknown>[]): Promise<void> {
  const failures = (await Promise.allSettled(all)).flatMap((each) =>
    each.status === 'rejected' ? [each.reason] : [],
  );
  if (failures.length > 0) throw new AggregateError(failures);
}
