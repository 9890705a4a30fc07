// A kind of review item, as a programme or a room declares it in its manifest: data, and functions that look at its own
// documents. The room of reviews knows no kind. How to declare one:
//   decisions: { 'walk.confirm': reversible('confirmed'), 'walk.pay': final } — ids of staff dialogues; `errand` takes only
//   reversible ones, `sure` and `worded` either; `undo` takes the last reversible decision back by a counter-event.
//   remindAfter: { days: 3 }, dueAfter: { days: 7 }, escalateTo: { roles: ['head'], decide: true } — kept by the room's timers.
//   substitutes: async () => [{ person }, { role, scope }] — who steps in for those who are away.
//   bulk: { decision: 'walk.confirm', … } with `group` in its reading — "confirm all of this person's week".
import type { Command, Grant, Role } from '../kernel/actor.ts';
import type { Text } from '../kernel/message.ts';
import type { Result } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import type { CardParts } from './card-parts.ts';

export interface ReviewKind<C extends StoreContext = StoreContext> {
  /** Unique among all kinds: `<kind>/<subject>` is an item's id, and `<kind>.<subject>` what buttons carry. No dots, no slashes. */
  readonly id: string;
  /** Text key of its name in the queue. */
  readonly title: string;
  /** Who decides, each in the item's scope. */
  readonly roles: readonly Role[];
  /** By which dialogues of the staff desk it is decided, by id, and whether that can be undone. */
  readonly decisions: Readonly<Record<string, Effect>>;
  /** How the subject stands now, by its owner document. @throws AppError `not-found` */
  readonly read: (ctx: C, subject: string) => Promise<Reading>;
  /** @throws AppError `not-found` */
  readonly card: (ctx: C, subject: string) => Promise<CardParts>;
  /** Every subject that ever was up for a decision, for building the items anew. */
  readonly subjects: (ctx: C) => AsyncIterable<string>;
  /**
   * Takes the last decision back: one change of the owner document, whose event is notified and refreshes the item. Decider
   * and time are checked before; here `command.seen` is, and whether anything rests on the decision already
   * (`reviews.undo-overtaken`). Wanted where a decision is reversible.
   */
  readonly undo?: (ctx: C, command: Command, subject: string) => Promise<Result<unknown>>;
  /**
   * Who steps in while those are away whom it is for (`personId`: the assigned person, null for its roles): in order, the first of
   * whom somebody is there. Its use-cases ask `mayDecide`.
   */
  readonly substitutes?: (ctx: C, subject: string, personId: string | null) => Promise<readonly Substitute[]>;
  /** When its deciders are reminded of an open item; never where absent. */
  readonly remindAfter?: After<C>;
  /** Whom of its deciders a reminder goes to; all of them where absent. */
  readonly remindWhom?: (ctx: C, subject: string) => Promise<readonly string[]>;
  /** When it is overdue, where `Reading.due` says nothing. */
  readonly dueAfter?: After<C>;
  /** Who hears of what is overdue. */
  readonly escalateTo?: Escalation;
  /** How the open ones of a group (`Reading.group`) are decided together. */
  readonly bulk?: BulkDecision<C>;
}

/** One of the kind's decisions for many: asked once, taken for each by a command of its own with the version seen. */
export interface BulkDecision<C extends StoreContext = StoreContext> {
  /** Which decision it is the plural of. */
  readonly decision: string;
  /** Text key of its button on a card, with `{{count}}`. */
  readonly button: string;
  /** Whose and what the group is: "Hours of …, week of …". */
  readonly title: (ctx: C, group: string) => Promise<Text>;
  /** One of them in a line, before and after the decision. @throws AppError `not-found` */
  readonly line: (ctx: C, subject: string) => Promise<Text>;
  /** The use-case. It names the version by `command.seen`. */
  readonly decide: (ctx: C, command: Command, subject: string) => Promise<Result<unknown>>;
}

/** A person, or whoever holds a role in a scope or in all. */
export type Substitute = { readonly person: string } | Grant;

/** From `Reading.since`: the end of the n-th civil day after it, so many hours, or as the rules have it. */
export type After<C> =
  | { readonly days: number }
  | { readonly hours: number }
  | ((ctx: C, since: Date, subject: string) => Date | Promise<Date>);

/** Roles in the item's scope or in all. */
export interface Escalation {
  readonly roles: readonly Role[];
  /** Whether they decide it from then on, beside its deciders; otherwise they hear of it. */
  readonly decide: boolean;
}

/** What becomes of a decision. `how` is what the subject's reading calls it. */
export type Effect = { readonly effect: 'final' } | { readonly effect: 'reversible'; readonly how: string };

/** Moves money or ends something: it asks first, and stands. */
export const final: Effect = { effect: 'final' };

/** Takes effect at once, and may be undone by its decider for a while. @param how `Reading.decision.how` after it */
export const reversible = (how: string): Effect => ({ effect: 'reversible', how });

export const reviewStates = ['open', 'decided', 'withdrawn'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** How a subject stands with regard to its decision. */
export interface Reading {
  readonly state: ReviewState;
  /** The person it is about, who never decides it. */
  readonly about: string | null;
  /** In which the roles decide: `organisation:<bin>`, `region:<code>`, `all`. */
  readonly scope: string;
  /** The person it is assigned to; it is the roles' again as soon as that person holds none of them. */
  readonly assigned?: string;
  /** Whoever holds any role in these scopes, or is named as `person:<id>`, has an interest in it and never decides it. */
  readonly interested?: readonly string[];
  /** Which open ones belong together: of one kind, short, without dots or slashes: `<person>-<week>`. */
  readonly group?: string;
  readonly since: Date;
  /** From when on it is overdue; null where nothing says so. */
  readonly due: Date | null;
  /** Of the subject as its card shows it: another one after everything that a decider should have seen. Short. */
  readonly version: string;
  /** Version number of the owner document: a reading of an older one never replaces a newer. */
  readonly order: number;
  /** The last decision; kept while the item is open again. */
  readonly decision: { readonly how: string; readonly by: string; readonly at: Date } | null;
}
