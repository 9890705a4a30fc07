// The worker's parts without queues: one round of the relay, due timers, sweeps, deliveries. Put together from the
// product's own parts; a broken variant exchanges one of them.

import { delivering } from '../../../../bot/delivery/deliver.ts';
import type { ChannelPort } from '../../../../bot/dialogue/port.ts';
import { carrier } from '../../../../engine/jobs/carrier.ts';
import { runDueTimers } from '../../../../engine/jobs/due-timers.ts';
import { eventHandlings, timerHandlers } from '../../../../engine/jobs/handlings.ts';
import { desks } from '../../../../engine/kernel/chat.ts';
import { dueDeliveries } from '../../../../engine/notify/progress.ts';
import { RateBook } from '../../../../engine/notify/rate-book.ts';
import { rateLimiterBy } from '../../../../engine/notify/rate-limiter.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { partsOf } from '../../../../engine/programmes/rooms.ts';
import type { Collection } from '../../../../engine/store/model.ts';
import { relayOutbox } from '../../../../engine/store/outbox.ts';
import { modelled } from './registry.ts';

export interface WorkerParts {
  readonly relay: typeof relayOutbox;
  readonly sweeps: readonly ((ctx: EngineContext) => Promise<void>)[];
}

export const productParts: WorkerParts = {
  relay: relayOutbox,
  sweeps: modelled.flatMap((each) => Object.values(each.jobs).map(({ run }) => run)),
};

/** Every owner collection, as a worker with these programmes carries them. */
const parts = partsOf({ programmes: modelled });
export const owners = parts.flatMap((each) => each.owners) as unknown as Collection<never>[];
const handlings = eventHandlings(parts);
const handlers = timerHandlers(parts);

export const workSteps = ['relay', 'timers', 'sweep', 'deliver'] as const;
export type WorkStep = (typeof workSteps)[number];

/** Takes every message. */
const port: ChannelPort = {
  send: async () => 'message',
  replace: async (_to, id) => id,
  answerTap: async () => undefined,
  remove: async () => false,
  fetchFile: () => Promise.reject(new Error('no files here')),
};

export class ModelWorker {
  readonly #ctx: EngineContext;
  readonly #parts: WorkerParts;
  readonly #deliver: ReturnType<typeof delivering>;
  /** Timers that failed, to be looked at by whoever drives the worker. */
  readonly failures: unknown[] = [];

  constructor(ctx: EngineContext, parts: WorkerParts) {
    this.#ctx = ctx;
    this.#parts = parts;
    this.#deliver = delivering({
      ctx,
      portOf: () => port,
      render: async () => ({ html: 'text', buttons: [], media: [] }),
      limiter: rateLimiterBy(new RateBook(ctx.clock), async () => undefined),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  }

  /** @returns how much was done: 0 means that nothing of the kind waits now */
  async do(step: WorkStep): Promise<number> {
    if (step === 'relay') return this.#relay();
    if (step === 'timers') return this.#timers();
    if (step === 'deliver') return this.#deliverDue();
    for (const sweep of this.#parts.sweeps) await sweep(this.#ctx);
    return 0;
  }

  async #relay(): Promise<number> {
    const carry = carrier(this.#ctx, handlings, () => undefined);
    let carried = 0;
    for (const owner of owners) {
      const round = await this.#parts.relay(this.#ctx, owner, carry);
      const [failure] = round.failures;
      if (failure) throw failure.error;
      carried += round.carried;
    }
    return carried;
  }

  async #timers(): Promise<number> {
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: object) => void this.failures.push((fields as { readonly err?: unknown }).err),
    };
    return runDueTimers({ ctx: this.#ctx, handlers, enqueue: () => undefined, log });
  }

  async #deliverDue(): Promise<number> {
    const due = (await Promise.all(desks.map((desk) => dueDeliveries(this.#ctx, desk, 500)))).flat();
    await Promise.all(due.map(({ _id }) => this.#deliver(_id)));
    return due.length;
  }
}
