// One bot's updates: numbering, what is unconfirmed, long polling. Webhook delivery takes from the same queue.
import type { Update } from 'grammy/types';
import { conflict } from './failure.ts';

export type UpdateBody = Omit<Update, 'update_id'>;

export interface QueuedUpdate {
  readonly update: Update;
  /** Sent a second time at a test's wish: it is given out once more, whatever offset was confirmed. */
  readonly again: boolean;
}

interface Waiting {
  readonly limit: number;
  readonly timer: NodeJS.Timeout;
  resolve(updates: Update[]): void;
  reject(error: Error): void;
}

export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutMs: number;
  /** Registers what to do when the client hangs up. */
  onHangUp(callback: () => void): void;
}

/** Kinds of update that Telegram sends only to those who ask for them by name. */
const ONLY_ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export class UpdateQueue {
  #next: number;
  #queued: QueuedUpdate[] = [];
  readonly #history = new Map<number, Update>();
  #waiting: Waiting | undefined;
  #allowed: ReadonlySet<string> | undefined;
  readonly #awaitingEmpty = new Set<() => void>();
  /** Called after each new update; the webhook sender listens here. */
  onPush: (() => void) | undefined;

  constructor(firstId: number) {
    this.#next = firstId;
  }

  /** An empty list means the default: everything but the kinds only sent on request. */
  allow(kinds: readonly string[]): void {
    this.#allowed = kinds.length === 0 ? undefined : new Set(kinds);
  }

  get allowed(): readonly string[] | undefined {
    return this.#allowed === undefined ? undefined : [...this.#allowed];
  }

  /** Numbers and stores an update. An update of a kind the bot did not ask for gets a number and is dropped. */
  push(body: UpdateBody): Update {
    const update: Update = { ...body, update_id: this.#next++ };
    const kind = Object.keys(body)[0] ?? '';
    const wanted = this.#allowed ? this.#allowed.has(kind) : !ONLY_ON_REQUEST.has(kind);
    if (!wanted) return update;
    this.#history.set(update.update_id, update);
    this.#queued.push({ update, again: false });
    this.#wake();
    return update;
  }

  /** Queues an update a second time, ahead of the rest. */
  redeliver(updateId: number): Update {
    const update = this.#history.get(updateId);
    if (!update) throw new Error(`No update ${updateId} was ever sent to this bot`);
    this.#queued.unshift({ update, again: true });
    this.#wake();
    return update;
  }

  /** Every update ever sent, in order. */
  history(): Update[] {
    return [...this.#history.values()];
  }

  queued(): readonly QueuedUpdate[] {
    return this.#queued;
  }

  confirm(item: QueuedUpdate): void {
    const at = this.#queued.indexOf(item);
    if (at >= 0) this.#queued.splice(at, 1);
    this.#tellIfEmpty();
  }

  drop(): void {
    this.#queued = [];
    this.#tellIfEmpty();
  }

  /** Calls back once, when nothing is left to confirm; returns how to stop waiting. */
  onceEmpty(callback: () => void): () => void {
    this.#awaitingEmpty.add(callback);
    this.#tellIfEmpty();
    return () => this.#awaitingEmpty.delete(callback);
  }

  /** getUpdates: confirms what lies before the offset, answers at once or when something arrives. */
  poll(request: PollRequest): Promise<Update[]> {
    this.interrupt('terminated by other getUpdates request; make sure that only one bot instance is running');
    this.#confirmBefore(request.offset);
    const ready = this.#take(request.limit);
    if (ready.length > 0 || request.timeoutMs <= 0) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        limit: request.limit,
        timer: setTimeout(() => this.#finish(waiting, []), request.timeoutMs),
        resolve,
        reject,
      };
      this.#waiting = waiting;
      request.onHangUp(() => this.#finish(waiting, []));
    });
  }

  /** Ends a long poll in progress with a conflict. */
  interrupt(reason: string): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    clearTimeout(waiting.timer);
    waiting.reject(conflict(reason));
  }

  #confirmBefore(offset: number): void {
    if (offset === 0) return;
    const kept = this.#queued.filter((item) => item.again || offset < 0 || item.update.update_id >= offset);
    this.#queued = offset < 0 ? kept.slice(offset) : kept;
    this.#tellIfEmpty();
  }

  #tellIfEmpty(): void {
    if (this.#queued.length > 0) return;
    const waiting = [...this.#awaitingEmpty];
    this.#awaitingEmpty.clear();
    for (const callback of waiting) callback();
  }

  #take(limit: number): Update[] {
    const given = this.#queued.slice(0, limit);
    if (given.some((item) => item.again)) {
      this.#queued = this.#queued.filter((item) => !item.again || !given.includes(item));
      this.#tellIfEmpty();
    }
    return given.map((item) => item.update);
  }

  #wake(): void {
    const waiting = this.#waiting;
    if (waiting) this.#finish(waiting, this.#take(waiting.limit));
    this.onPush?.();
  }

  #finish(waiting: Waiting, updates: Update[]): void {
    if (this.#waiting !== waiting) return;
    this.#waiting = undefined;
    clearTimeout(waiting.timer);
    waiting.resolve(updates);
  }
}
