// One queue of deliveries a desk: each bot has its own pace. A job only names a delivery; what is to be sent, whether
// it still is, and how often it was tried stands in MongoDB.
import { createHash } from 'node:crypto';
import { DelayedError, type Job, Queue, Worker } from 'bullmq';
import type { Desk } from '../kernel/chat.ts';
import { type Deliver, dueDeliveries } from '../notify/progress.ts';
import type { StoreContext } from '../store/context.ts';
import { closeWithin } from './close-within.ts';
import type { Connection } from './connections.ts';
import type { JobLog } from './job-log.ts';

export interface DeliveryQueueParts {
  readonly ctx: StoreContext;
  readonly desk: Desk;
  readonly connection: Connection;
  readonly prefix: string;
  readonly deliver: Deliver;
  readonly log: JobLog;
}

/** A slot every 33 ms over all workers: `30 per 1000 ms` would send 60 within one sliding second. */
const PACE = { max: 1, duration: 33 };
const CONCURRENCY = 16;
const REFILLED = 1_000;
/** Replies to people who are talking go ahead; 0 is BullMQ's highest. */
const PRIORITY = { reply: 0, settle: 5, send: 10 } as const;

type DeliveryKind = keyof typeof PRIORITY;
type DeliveryJob = { readonly id: string };

/** BullMQ takes neither a ':' nor a plain number; the same delivery is the same job. */
export const jobIdOf = (delivery: string): string =>
  `d${createHash('sha256').update(delivery).digest('hex').slice(0, 32)}`;

export class DeliveryQueue {
  readonly #parts: DeliveryQueueParts;
  readonly #queue: Queue<DeliveryJob>;
  #worker: Worker<DeliveryJob> | undefined;

  constructor(parts: DeliveryQueueParts) {
    this.#parts = parts;
    this.#queue = new Queue<DeliveryJob>(`deliveries-${parts.desk}`, {
      connection: parts.connection.redis,
      prefix: parts.prefix,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    this.#queue.on('error', () => undefined);
  }

  start(): void {
    const { connection, prefix, log } = this.#parts;
    this.#worker = new Worker<DeliveryJob>(this.#queue.name, (job, token) => this.#work(job, token), {
      connection: connection.redis,
      prefix,
      concurrency: CONCURRENCY,
      limiter: PACE,
      // A stalled job is simply done again: MongoDB knows whether it was sent.
      maxStalledCount: 1_000_000,
      runRetryDelay: 500,
    });
    this.#worker.on('error', () => undefined);
    this.#worker.on('failed', (job, error) =>
      log.error({ err: error, delivery: job?.data.id }, 'a delivery broke off and will be taken up again'),
    );
  }

  async stop(): Promise<void> {
    if (this.#worker) await closeWithin(this.#worker);
    await closeWithin(this.#queue);
  }

  /** Hands deliveries to the workers; while Redis is away nothing happens, and refill makes up for it. */
  async enqueue(deliveries: readonly { readonly id: string; readonly kind: DeliveryKind }[]): Promise<void> {
    if (deliveries.length === 0 || !this.#parts.connection.ready()) return;
    const jobs = deliveries.map(({ id, kind }) => ({
      name: kind,
      data: { id },
      opts: { jobId: jobIdOf(id), priority: PRIORITY[kind] },
    }));
    await this.#queue.addBulk(jobs);
  }

  /** Queues what is due in MongoDB; what is queued already stays one job. */
  async refill(): Promise<void> {
    const { ctx, desk } = this.#parts;
    const due = await dueDeliveries(ctx, desk, REFILLED);
    await this.enqueue(due.map(({ _id, kind }) => ({ id: _id, kind })));
  }

  async #work(job: Job<DeliveryJob>, token: string | undefined): Promise<void> {
    const again = await this.#parts.deliver(job.data.id);
    if (!again) return;
    // In real time from now: the context's clock may be another one.
    const pause = Math.max(0, again.getTime() - this.#parts.ctx.clock.now().getTime());
    await job.moveToDelayed(performance.timeOrigin + performance.now() + pause, token);
    throw new DelayedError();
  }
}
