// What a programme tells the rest of the engine about itself. One programme = one folder with one manifest.
import type { TSchema } from 'typebox';
import type { Notice, Settlement } from '../notify/notice.ts';
import type { Collection } from '../store/model.ts';
import type { StoredEvent } from '../store/owned.ts';
import type { Timer } from '../store/timers.ts';
import type { EngineContext } from './context.ts';

export interface Programme {
  readonly id: string;
  /** Its owner collections: their outboxes are relayed. */
  readonly owners: readonly Collection<TSchema>[];
  /** Every event type that its owners announce, with what follows from it. Each part must bear a repeat. */
  readonly events: Readonly<Record<string, EventHandling>>;
  /** Handlers of its stored due dates, by timer kind. Must bear a repeat. */
  readonly timers: Readonly<Record<string, TimerHandling>>;
  /** Work done again and again: sweeping and reconciling. */
  readonly jobs: Readonly<Record<string, RecurringJob>>;
  /** What it does when people use their rights over their data. */
  readonly personal: PersonalPart;
}

/** The part of a manifest that the worker carries out. */
export type ProgrammeWork = Omit<Programme, 'personal'>;

/** What a programme keeps of persons, and what becomes of it. Each part must bear a repeat, and a person unknown to it. */
export interface PersonalPart {
  /** Purposes of consent without which it processes nobody. */
  readonly purposes: readonly string[];
  /** A consent is over: ends what may not go on. @param cause names the ending: the same for a repeat of it */
  readonly consentEnded: (ctx: EngineContext, personId: string, cause: string) => Promise<void>;
}

export interface EventHandling {
  /** Follow-up work: opening a payout, freeing a seat, setting a timer. */
  readonly react?: (ctx: EngineContext, event: StoredEvent) => Promise<void>;
  /** Whom to tell what. */
  readonly tell?: (ctx: EngineContext, event: StoredEvent) => Promise<readonly (Notice | Settlement)[]>;
}

/** Acts on a due date, if there still is something to do, and says whom to tell. */
export type TimerHandling = (ctx: EngineContext, timer: Timer) => Promise<readonly (Notice | Settlement)[]>;

export interface RecurringJob {
  /** Milliseconds between two runs. */
  readonly every: number;
  readonly run: (ctx: EngineContext) => Promise<void>;
}
