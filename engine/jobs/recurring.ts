// The recurring jobs on BullMQ's job schedulers. A heartbeat in the process puts back what Redis has lost:
// after FLUSHALL, or a Redis that came back empty, everything runs again within seconds.
import { type Job, Queue, Worker } from 'bullmq';
import { closeWithin } from './close-within.ts';
import type { Connection } from './connections.ts';
import type { JobLog } from './job-log.ts';
import type { RecurringJob } from './registry.ts';

const HEARTBEAT = 5_000;
const CONCURRENCY = 4;
/** A scheduler that should have run this long ago has lost its next run: Redis had no memory for it, for one. */
const OVERDUE = 15_000;

export interface RecurringParts {
  readonly jobs: ReadonlyMap<string, RecurringJob>;
  readonly connection: Connection;
  readonly prefix: string;
  readonly log: JobLog;
}

export class RecurringJobs {
  readonly #parts: RecurringParts;
  readonly #queue: Queue;
  readonly #running = new Set<string>();
  readonly #beatNow = (): void => this.beat();
  #worker: Worker | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #beating: Promise<void> | undefined;

  constructor(parts: RecurringParts) {
    this.#parts = parts;
    this.#queue = new Queue('recurring', {
      connection: parts.connection.redis,
      prefix: parts.prefix,
    });
    this.#queue.on('error', () => undefined);
  }

  start(): void {
    const { connection, prefix } = this.#parts;
    this.#worker = new Worker(this.#queue.name, (job) => this.#work(job), {
      connection: connection.redis,
      prefix,
      concurrency: CONCURRENCY,
      maxStalledCount: 1_000_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 100 },
      runRetryDelay: 500,
    });
    this.#worker.on('error', () => undefined);
    this.#worker.on('failed', (job, error) =>
      this.#parts.log.error(
        { err: error, job: job?.name },
        'a recurring job failed; it runs again in its time',
      ),
    );
    connection.redis.on('ready', this.#beatNow);
    this.#heartbeat = setInterval(this.#beatNow, HEARTBEAT);
    this.beat();
  }

  async stop(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#parts.connection.redis.off('ready', this.#beatNow);
    if (this.#worker) await closeWithin(this.#worker);
    await closeWithin(this.#queue);
  }

  /** Puts back what is missing. Does nothing while Redis is away. */
  beat(): void {
    if (!this.#parts.connection.ready()) return;
    this.#beating ??= this.#restore()
      .catch(() => undefined)
      .finally(() => {
        this.#beating = undefined;
      });
  }

  async #restore(): Promise<void> {
    const { jobs } = this.#parts;
    const found = new Map((await this.#queue.getJobSchedulers()).map((each) => [each.key, each]));
    for (const key of found.keys()) if (!jobs.has(key)) await this.#queue.removeJobScheduler(key);
    const now = performance.timeOrigin + performance.now();
    for (const { name, every } of jobs.values()) {
      const there = found.get(name);
      const stuck = there?.next !== undefined && there.next < now - every - OVERDUE;
      if (there && there.every === every && !stuck) continue;
      if (stuck) await this.#queue.removeJobScheduler(name);
      await this.#queue.upsertJobScheduler(name, { every }, { name });
    }
  }

  async #work(job: Job): Promise<void> {
    // A slow run is not joined by the next one; that one is skipped.
    if (this.#running.has(job.name)) return;
    this.#running.add(job.name);
    try {
      await this.#parts.jobs.get(job.name)?.run();
    } finally {
      this.#running.delete(job.name);
    }
  }
}
