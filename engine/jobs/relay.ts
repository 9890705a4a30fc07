// Runs the outboxes of all owner collections: those that a nudge names at once, and all of them by itself every other
// second, with or without Redis. One round at a time in a process; several processes may run it, every part of it
// is idempotent.
import type { TSchema } from 'typebox';
import { newReference } from '../kernel/ids.ts';
import type { StoreContext, Waiting } from '../store/context.ts';
import type { Collection } from '../store/model.ts';
import { type CarryEvent, type CarryFailure, type CarryLimits, relayOutbox } from '../store/outbox.ts';
import { UnhandledEvent } from './carrier.ts';
import type { JobLog } from './job-log.ts';
import { PutAside } from './put-aside.ts';
import { WaitingDocuments } from './waiting-documents.ts';

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
  #named = new WaitingDocuments();
  #sweep: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #searchAll = false;
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
    this.#sweep = setInterval(() => void this.run(), SWEEP);
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    this.#searchAll = false;
    this.#named = new WaitingDocuments();
    await this.idle();
  }

  /** Something waits. Many nudges during a round are one more round. Without a name all outboxes are searched. */
  nudge(waiting?: Waiting): void {
    if (waiting) this.#named.add(waiting);
    else this.#searchAll = true;
    void this.#run();
  }

  /** Searches all outboxes and carries until nothing is left that can be carried now. Never throws. */
  run(): Promise<void> {
    this.#searchAll = true;
    return this.#run();
  }

  /** When what is under way is done. */
  async idle(): Promise<void> {
    await this.#running;
  }

  #run(): Promise<void> {
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #rounds(): Promise<void> {
    while (this.#searchAll || !this.#named.empty) {
      const named = this.#named;
      const search = this.#searchAll;
      this.#named = new WaitingDocuments();
      this.#searchAll = false;
      try {
        for (const owner of this.#owners) {
          await this.#carryNamed(owner, named.of(owner.name));
          if (search) await this.#carryFound(owner);
        }
        this.#storeAway = false;
      } catch (error) {
        if (!this.#storeAway) this.#log.error({ err: error }, 'the outboxes could not be read');
        this.#storeAway = true;
      }
    }
  }

  async #carryNamed(owner: Collection<TSchema>, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += ROUND) {
      await this.#round(owner, { only: ids.slice(from, from + ROUND) });
    }
  }

  async #carryFound(owner: Collection<TSchema>): Promise<void> {
    while ((await this.#round(owner, {})) === ROUND);
  }

  /** @returns documents looked at */
  async #round(owner: Collection<TSchema>, limits: CarryLimits): Promise<number> {
    const besides = this.#aside.now(owner.name);
    const round = await relayOutbox(this.#ctx, owner, this.#carry, { ...limits, limit: ROUND, besides });
    this.#counts.carried += round.carried;
    for (const failure of round.failures) this.#failed(owner, failure);
    return round.documents;
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
