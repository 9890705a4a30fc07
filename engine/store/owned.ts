// The shape of an owner document: besides its state it carries its version, the commands it has applied,
// the head of its audit chain and the events that wait to be carried out. All of it changes in one write.
import Type, { type Static, type TProperties } from 'typebox';
import type { Actor } from '../kernel/actor.ts';
import { Instant, Json } from './model.ts';

/** A command that was applied, with the result that it gave, so that a repeat answers the same. */
const Applied = Type.Object({ cmd: Type.String(), at: Instant, result: Json });

/** Something that happened, to be told to others. `id` is unique for ever; a repeat of it is the same event. */
export const StoredEvent = Type.Object({
  kind: Type.Literal('event'),
  id: Type.String(),
  type: Type.String(),
  at: Instant,
  actor: Type.String(),
  data: Type.Record(Type.String(), Json),
  /** Subscribers that are done with it while another one is not: they are not run again. */
  done: Type.Optional(Type.Array(Type.String())),
});

/** One link of a document's audit chain. `hash` covers everything else and the hash before it. */
export const AuditRecord = Type.Object({
  kind: Type.Literal('audit'),
  id: Type.String(),
  collection: Type.String(),
  document: Type.String(),
  seq: Type.Integer(),
  at: Instant,
  actor: Type.String(),
  action: Type.String(),
  command: Type.String(),
  /** What brought the command, as the log names it; absent where nobody asked: timers, sweeps, reactions. */
  request: Type.Optional(Type.String()),
  fields: Type.Array(Type.String()),
  /** Types of the events that were announced; the n-th of them has the id `<document>/<seq>.<n>`. */
  events: Type.Array(Type.String()),
  details: Json,
  previous: Type.String(),
  hash: Type.String(),
});

const bookkeeping = {
  _id: Type.String(),
  v: Type.Integer({ minimum: 1 }),
  applied: Type.Array(Applied),
  audit: Type.Object({ seq: Type.Integer(), head: Type.String() }),
  outbox: Type.Array(Type.Union([StoredEvent, AuditRecord])),
};

/** Declares an owner document: its own properties and the bookkeeping of commands. */
export const owned = <P extends TProperties>(properties: P) => Type.Object({ ...properties, ...bookkeeping });

export type Bookkeeping = {
  [K in keyof typeof bookkeeping]: Static<(typeof bookkeeping)[K]>;
};
export type StoredEvent = Static<typeof StoredEvent>;
export type AuditRecord = Static<typeof AuditRecord>;

declare const declared: unique symbol;

/** An event as a use-case announces it, made by its declaration (see event.ts); the store gives it its id and time. */
export interface DomainEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly [declared]: true;
}

export const actorName = (actor: Actor): string => `${actor.kind}:${actor.id}`;

/** Every owner collection needs this index: how the relay finds what waits. */
export const outboxIndex = { fields: { 'outbox.id': 1 as const } };
