// One queue of deliveries a desk: each bot has its own rate limit. A job only says that something may be due; what is to be
// sent, whether it still is, and how often it was tried stands in MongoDB. Whoever takes the job sends until nothing is
// due: one worker at a time, and another one within seconds of its death.
import { setTimeout as delay } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import type { Desk } from '../kernel/chat.ts';
import { MINUTE, SECOND } from '../kernel/clock.ts';
import { type Deliver, dueDeliveries, putOff } from '../notify/progress.ts';
import type { Delivery } from '../notify/store.ts';
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

/** Sends under way at once: enough for 30 a second at answers that take half a second. */
const CONCURRENCY = 16;
/** A worker that is silent for so long is dead; its job is done again, which is idempotent. */
const SILENCE = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000_000 } as const;
const LOOK = 'look';
/** Milliseconds after which others than those under way may have become due. */
const LOOK_AGAIN = 250;
/** A delivery that breaks off for a reason of ours. */
const BROKEN_OFF = MINUTE;

export class DeliveryQueue {
  readonly #parts: DeliveryQueueParts;
  readonly #queue: Queue;
  readonly #underWay = new Map<string, Promise<void>>();
  #worker: Worker | undefined;
  #stopping = false;
  #news = false;

  constructor(parts: DeliveryQueueParts) {
    this.#parts = parts;
    this.#queue = new Queue(`deliveries-${parts.desk}`, {
      connection: parts.connection.redis,
      prefix: parts.prefix,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    this.#queue.on('error', () => undefined);
  }

  start(): void {
    const { connection, prefix, log } = this.#parts;
    this.#worker = new Worker(this.#queue.name, () => this.#sendDue(), {
      ...{ connection: connection.redis, prefix, concurrency: 1, runRetryDelay: 500 },
      ...SILENCE,
    });
    this.#worker.on('error', () => undefined);
    // What was announced in the job's last moment was refused by Redis as known.
    this.#worker.on('completed', () => this.#news && void this.wake().catch(() => undefined));
    this.#worker.on('failed', (_job, error) =>
      log.error({ err: error }, 'the deliveries broke off and will be taken up again'),
    );
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#worker) await closeWithin(this.#worker);
    await closeWithin(this.#queue);
  }

  /** Says that something is due; while Redis is away nothing happens, and refill makes up for it. */
  async wake(): Promise<void> {
    this.#news = true;
    if (this.#parts.connection.ready()) await this.#queue.add(LOOK, {}, { jobId: LOOK });
  }

  /** Wakes the workers when something is due in MongoDB: called again and again. */
  async refill(): Promise<void> {
    const { ctx, desk } = this.#parts;
    if (this.#underWay.size === 0 && (await dueDeliveries(ctx, desk, 1)).length > 0) await this.wake();
  }

  /** Sends until nothing is due that may go now, and nothing is under way. */
  async #sendDue(): Promise<void> {
    while (!this.#stopping) {
      this.#news = false;
      const isNew = await this.#beginDue();
      if (isNew) continue;
      if (this.#underWay.size === 0) break;
      await Promise.race([...this.#underWay.values(), delay(LOOK_AGAIN)]);
    }
    await Promise.all(this.#underWay.values());
  }

  /** @returns false when all that is due is under way */
  async #beginDue(): Promise<boolean> {
    const { ctx, desk } = this.#parts;
    const found = await dueDeliveries(ctx, desk, 2 * CONCURRENCY);
    const fresh = found.filter(({ _id }) => !this.#underWay.has(_id)).slice(0, CONCURRENCY);
    for (const delivery of fresh) {
      while (this.#underWay.size >= CONCURRENCY) await Promise.race(this.#underWay.values());
      if (this.#stopping) break;
      this.#underWay.set(
        delivery._id,
        this.#send(delivery).finally(() => this.#underWay.delete(delivery._id)),
      );
    }
    return fresh.length > 0;
  }

  /** Never throws: one that breaks off stands in nobody's way. */
  async #send(delivery: Delivery): Promise<void> {
    const { ctx, deliver, log } = this.#parts;
    try {
      await deliver(delivery);
    } catch (error) {
      log.error({ err: error, delivery: delivery._id }, 'a delivery broke off and will be taken up again');
      const later = new Date(ctx.clock.now().getTime() + BROKEN_OFF);
      await putOff(ctx, delivery._id, later).catch(() => delay(SECOND));
    }
  }
}
