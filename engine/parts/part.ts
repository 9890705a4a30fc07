// What a part of the engine (a programme, or a room that programmes share) does by itself: the events it announces and
// subscribes to, its due dates and its recurring work. Carried out by engine/jobs.
import type { TSchema } from 'typebox';
import type { Appealable } from '../appeals/appealable.ts';
import type { DocumentKind } from '../documents/kind.ts';
import type { Notice, Settlement } from '../notify/notice.ts';
import type { ProgressKind } from '../progress/kind.ts';
import type { ReviewKind } from '../reviews/kind.ts';
import type { StoreContext } from '../store/context.ts';
import type { EventDeclaration, EventType, Happened } from '../store/event.ts';
import type { Collection } from '../store/model.ts';
import type { StoredEvent } from '../store/owned.ts';
import type { Timer } from '../store/timers.ts';
import type { OutsideWord } from './outside-word.ts';
import type { RoleDeclaration } from './role.ts';
import type { ScopeKind } from './scope.ts';
import type { Signable } from './signable.ts';

export interface Part<C extends StoreContext = StoreContext> {
  /** Names its subscribers: never reused for another part. */
  readonly id: string;
  /** Text key of what stands over its roles and review items in lists; a room without roles needs none. */
  readonly title?: string;
  /** Its owner collections: their outboxes are relayed. */
  readonly owners: readonly Collection<TSchema>[];
  /** Every event that it announces: what it carries, what follows, who is notified. */
  readonly events: readonly Subscriptions<C>[];
  /** What it does about events that another part announces. */
  readonly subscriptions?: readonly Subscriptions<C>[];
  /** The roles that it brings. */
  readonly roles?: readonly RoleDeclaration<C>[];
  /** The kinds of its things within which roles are held. */
  readonly scopeKinds?: readonly ScopeKind<C>[];
  /** What it puts before somebody for a decision. */
  readonly reviewKinds?: readonly ReviewKind<C>[];
  /** Which of its decisions a person may appeal against. */
  readonly appeals?: readonly Appealable<C>[];
  /** What somebody without an account is asked to confirm. */
  readonly outsideWords?: readonly OutsideWord<C>[];
  /** Papers of it that a person may sign electronically. */
  readonly signables?: readonly Signable<C>[];
  /** What it hands out as a file by a one-time link. */
  readonly documents?: readonly DocumentKind<C>[];
  /** What it sums up of decided entries. */
  readonly progressKinds?: readonly ProgressKind<C>[];
  /** Handlers of its stored due dates, by timer kind. Idempotent. */
  readonly timers: Readonly<Record<string, TimerHandling<C>>>;
  /** Work done again and again: sweeping and reconciling. */
  readonly jobs: Readonly<Record<string, RecurringJob<C>>>;
}

/** One event, and those who subscribe to it on behalf of one part. */
export interface Subscriptions<C> {
  readonly event: EventType;
  readonly subscribers: readonly Subscriber<C>[];
}

/**
 * Acts on an event. Idempotent, and independent of the others: each is retried on its own, in the declared order, and
 * those that are done are not run again because another one failed.
 */
export interface Subscriber<C> {
  /** Unique among its part's for the event: names what is done, and the deliveries. */
  readonly name: string;
  readonly run: (ctx: C, event: StoredEvent) => Promise<Notices>;
}

export type Notices = readonly (Notice | Settlement)[];

/** Work that follows from an event: opening a payout, freeing a seat, setting a timer. */
export type Follow<C, P> = (ctx: C, event: Happened<P>) => Promise<void>;
/** Whom an event is notified to, and what they read. */
export type Notify<C, P> = (ctx: C, event: Happened<P>) => Promise<Notices>;

/** Subscribes to an event: first what follows, then who is notified, each by a name that stays. */
export function on<P, C extends StoreContext = StoreContext>(
  event: EventDeclaration<P>,
  {
    follow = {},
    notify = {},
  }: {
    readonly follow?: Readonly<Record<string, Follow<C, NoInfer<P>>>>;
    readonly notify?: Readonly<Record<string, Notify<C, NoInfer<P>>>>;
  } = {},
): Subscriptions<C> {
  const following = Object.entries(follow).map(
    ([name, run]): Subscriber<C> => ({
      name,
      run: async (ctx, stored) => {
        await run(ctx, event.read(stored));
        return [];
      },
    }),
  );
  const notifying = Object.entries(notify).map(
    ([name, run]): Subscriber<C> => ({
      name,
      run: (ctx, stored) => run(ctx, event.read(stored)),
    }),
  );
  return { event, subscribers: [...following, ...notifying] };
}

/** Acts on a due date, if there still is something to do, and says whom to notify. */
export type TimerHandling<C> = (ctx: C, timer: Timer) => Promise<Notices>;

export interface RecurringJob<C> {
  /** Milliseconds between two runs. */
  readonly every: number;
  readonly run: (ctx: C) => Promise<void>;
}
