// What a programme tells the rest of the engine about itself. One programme = one folder with one manifest.
import type { TSchema } from 'typebox';
import type { LocalDate } from '../kernel/calendar.ts';
import type { Reason } from '../kernel/result.ts';
import type { Notice, Settlement } from '../notify/notice.ts';
import type { Subject } from '../rules/rule-book.ts';
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
  /** Whom its rule sets judge, for simulations. */
  readonly populations?: readonly Population[];
}

/** Everyone whom a rule set would judge on a day, in batches, with the facts that the use-cases would give it. */
export interface Population {
  readonly set: string;
  readonly subjects: (ctx: EngineContext, on: LocalDate) => AsyncIterable<readonly Subject[]>;
  /** The same people as MongoDB finds them, where it can work out their facts: for counting. */
  readonly found?: (ctx: EngineContext) => Promise<FactSource>;
}

/** Stages over a collection that end in documents with a person's `facts`: `facts.credit.targetHours`. */
export interface FactSource {
  readonly collection: string;
  readonly stages: readonly Readonly<Record<string, unknown>>[];
}

/** The part of a manifest that the worker carries out. */
export type ProgrammeWork = Omit<Programme, 'personal' | 'populations'>;

/** What a programme keeps of persons, and what becomes of it. Each part must bear a repeat, and a person unknown to it. */
export interface PersonalPart {
  /** Purposes of consent without which it processes nobody. */
  readonly purposes: readonly string[];
  /** A consent is over: ends what may not go on. @param cause names the ending: the same for a repeat of it */
  readonly consentEnded: (ctx: EngineContext, personId: string, cause: string) => Promise<void>;
  /** Owner documents that are about the person, as `<collection>/<id>`: their audit chains belong to the record. */
  readonly documents: (ctx: EngineContext, personId: string) => Promise<readonly string[]>;
  /** Everything that is kept of the person, as plain JSON; null where nothing is. */
  readonly record: (ctx: EngineContext, personId: string) => Promise<unknown>;
  /** True where something was begun under the person's id: their account is no empty double of another. */
  readonly hasRecords: (ctx: EngineContext, personId: string) => Promise<boolean>;
  readonly erasing: ErasingPart;
}

/** How a programme lets go of a person. Each part must bear a repeat, and breaking off anywhere. */
export interface ErasingPart {
  /** Why the law makes the erasure wait, in words for the person; none where it need not. */
  readonly waitsFor: (ctx: EngineContext, personId: string) => Promise<readonly Reason[]>;
  /** Ends all that runs; whoever must know is told by the events. */
  readonly end: (ctx: EngineContext, personId: string) => Promise<void>;
  /** Ids of what timers were set for. */
  readonly matters: (ctx: EngineContext, personId: string) => Promise<readonly string[]>;
  /** What the person wrote, word for word: it is taken out of what others were shown. */
  readonly texts: (ctx: EngineContext, personId: string) => Promise<readonly string[]>;
  /** True where something that stays still counts against the person's caps. */
  readonly counts: (ctx: EngineContext, personId: string) => Promise<boolean>;
  /** Empties what is about the person; lawful stubs stay. */
  readonly erase: (ctx: EngineContext, personId: string) => Promise<void>;
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
