// Runs the outboxes of all owner collections: on each nudge, and by itself every other second, with or without Redis.
// One round at a time in a process; several processes may run it, every part of it bears a repeat.
import type { TSchema } from 'typebox';
import { newReference } from '../kernel/ids.ts';
import type { StoreContext } from '../store/context.ts';
import type { Collection } from '../store/model.ts';
import { type CarryEvent, type CarryFailure, relayOutbox } from '../store/outbox.ts';
import { UnhandledEvent } from './carrier.ts';
import type { JobLog } from './job-log.ts';
import { PutAside } from './put-aside.ts';

export interface RelayCounts {
  readonly carried: number;
  readonly failed: number;
  /** Failures because no programme handles the event. */
  readonly unhandled: number;
}

const SWEEP = 2_000;
const ROUND = 100;

export class Relay {
  readonly #ctx: StoreContext;
  readonly #owners: readonly Collection<TSchema>[];
  readonly #carry: CarryEvent;
  readonly #log: JobLog;
  readonly #aside: PutAside;
  readonly #counts = { carried: 0, failed: 0, unhandled: 0 };
  #sweep: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #storeAway = false;

  constructor(
    ctx: StoreContext,
    owners: readonly Collection<TSchema>[],
    carry: CarryEvent,
    log: JobLog,
    aside: PutAside = new PutAside(),
  ) {
    this.#ctx = ctx;
    this.#owners = owners;
    this.#carry = carry;
    this.#log = log;
    this.#aside = aside;
  }

  get counts(): RelayCounts {
    return { ...this.#counts };
  }

  start(): void {
    this.#sweep = setInterval(() => this.nudge(), SWEEP);
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    this.#again = false;
    await this.#running;
  }

  /** Something waits. Many nudges during a round are one more round. */
  nudge(): void {
    void this.run();
  }

  /** Carries until nothing is left that can be carried now. Never throws. */
  run(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #rounds(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        for (const owner of this.#owners) await this.#empty(owner);
        this.#storeAway = false;
      } catch (error) {
        if (!this.#storeAway) this.#log.error({ err: error }, 'the outboxes could not be read');
        this.#storeAway = true;
      }
    }
  }

  async #empty(owner: Collection<TSchema>): Promise<void> {
    for (let more = true; more; ) {
      const besides = this.#aside.now(owner.name);
      const round = await relayOutbox(this.#ctx, owner, this.#carry, { limit: ROUND, besides });
      this.#counts.carried += round.carried;
      for (const failure of round.failures) this.#failed(owner, failure);
      more = round.documents === ROUND;
    }
  }

  #failed(owner: Collection<TSchema>, { document, item, error }: CarryFailure): void {
    const failures = this.#aside.put(owner.name, document);
    this.#counts.failed += 1;
    const unhandled = error instanceof UnhandledEvent;
    if (unhandled) this.#counts.unhandled += 1;
    const about = { err: error, item, failures, reference: newReference() };
    this.#log.error(about, unhandled ? 'an event has no handler and waits' : 'an event could not be carried');
  }
}
