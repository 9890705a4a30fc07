// The command: one request, applied once, in one atomic write to one owner document.
// State, the command's id and result, the audit head and the outgoing events change together or not at all.
import { setTimeout as pause } from 'node:timers/promises';
import type { Static, TSchema } from 'typebox';
import type { Command } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result } from '../kernel/result.ts';
import { auditHash } from './audit.ts';
import type { StoreContext } from './context.ts';
import type { Collection } from './model.ts';
import {
  type AuditRecord,
  actorName,
  type Bookkeeping,
  type DomainEvent,
  type StoredEvent,
} from './owned.ts';

const ATTEMPTS = 5;
const KEPT_COMMANDS = 100;

/** What a use-case decided: the fields to set, what to announce and what to answer. */
export interface Change<State, R> {
  /** Verb in the past tense, for the audit log: `hours confirmed`. */
  readonly action: string;
  readonly set: Partial<Omit<State, keyof Bookkeeping>>;
  readonly events?: readonly DomainEvent[];
  readonly result: R;
  /** What the audit record says besides; never personal data in the clear. */
  readonly details?: unknown;
}

/** Looks at the state and decides, changing nothing itself. Called again when another command was faster. */
export type Decide<State, R> = (state: State) => Result<Change<State, R>> | Promise<Result<Change<State, R>>>;

/**
 * Applies a command to an existing document.
 * @returns the decision's result; the stored one when the command was applied before; the refusal otherwise
 * @throws AppError `not-found`, or `contended` after five lost races
 */
export async function change<S extends TSchema, R>(
  ctx: StoreContext,
  owner: Collection<S>,
  id: string,
  command: Command,
  decide: Decide<Static<S>, R>,
): Promise<Result<R>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(Math.random() * 20 * attempt);
    const state = await read(ctx, owner, id);
    if (!state) throw new AppError('not-found', `${owner.name}/${id} does not exist`);
    const before = appliedResult<R>(state, command);
    if (before) return before;
    const decided = await decide(state as Static<S>);
    if (!decided.ok) return decided;
    if (await apply(ctx, owner, state, command, decided.value)) return ok(decided.value.result);
  }
  throw new AppError('contended', `${owner.name}/${id} changed ${ATTEMPTS} times under ${command.id}`);
}

/**
 * Creates an owner document under its deterministic id.
 * @returns the result; the stored one when this command created it before; `exists` when another command did
 */
export async function create<S extends TSchema, R>(
  ctx: StoreContext,
  owner: Collection<S>,
  id: string,
  command: Command,
  first: Change<Static<S>, R>,
): Promise<{ readonly created: true; readonly result: R } | { readonly created: false }> {
  const blank: Bookkeeping = { _id: id, v: 0, applied: [], audit: { seq: 0, head: '' }, outbox: [] };
  const written = next(ctx, owner, blank, command, first);
  const document = owner.check({ ...first.set, _id: id, v: 1, ...written.whole });
  try {
    await owner.on(ctx.db).collection.insertOne(document as never);
    ctx.nudge({ owner: owner.name, id });
    return { created: true, result: first.result };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const existing = await read(ctx, owner, id);
    const before = existing && appliedResult<R>(existing, command);
    return before?.ok ? { created: true, result: before.value } : { created: false };
  }
}

/** True for MongoDB's answer that a unique index (or `_id`) already holds the value. */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;

async function read<S extends TSchema>(ctx: StoreContext, owner: Collection<S>, id: string) {
  return (await owner.raw(ctx.db).findOne({ _id: { $eq: id } } as never)) as Bookkeeping | null;
}

function appliedResult<R>(state: Bookkeeping, command: Command): Result<R> | null {
  const found = state.applied.find((each) => each.cmd === command.id);
  return found ? ok(found.result as R) : null;
}

async function apply<S extends TSchema, R>(
  ctx: StoreContext,
  owner: Collection<S>,
  state: Bookkeeping,
  command: Command,
  decided: Change<Static<S>, R>,
): Promise<boolean> {
  const written = next(ctx, owner, state, command, decided);
  owner.check({ ...state, ...decided.set });
  const update = {
    $set: { ...decided.set, audit: written.whole.audit },
    $inc: { v: 1 },
    $push: {
      applied: { $each: written.whole.applied, $slice: -KEPT_COMMANDS },
      outbox: { $each: written.whole.outbox },
    },
  };
  const filter = { _id: state._id, v: state.v, 'applied.cmd': { $ne: command.id } };
  const outcome = await owner.raw(ctx.db).updateOne(filter as never, update as never);
  if (outcome.matchedCount === 1) ctx.nudge({ owner: owner.name, id: state._id });
  return outcome.matchedCount === 1;
}

/** The bookkeeping that a change adds to a document at its next version. */
function next<S extends TSchema, R>(
  ctx: StoreContext,
  owner: Collection<S>,
  state: Bookkeeping,
  command: Command,
  decided: Change<Static<S>, R>,
) {
  const at = ctx.clock.now();
  const actor = actorName(command.actor);
  const seq = state.audit.seq + 1;
  const unsigned: Omit<AuditRecord, 'hash'> = {
    kind: 'audit',
    id: `${owner.name}/${state._id}/${seq}`,
    collection: owner.name,
    document: `${owner.name}/${state._id}`,
    seq,
    at,
    actor,
    action: decided.action,
    command: command.id,
    ...(command.request !== undefined && { request: command.request }),
    fields: Object.keys(decided.set).sort(),
    events: (decided.events ?? []).map((event) => event.type),
    details: decided.details ?? null,
    previous: state.audit.head,
  };
  const record: AuditRecord = { ...unsigned, hash: auditHash(unsigned) };
  const events = (decided.events ?? []).map(
    (event, index): StoredEvent => ({
      kind: 'event',
      id: `${owner.name}/${state._id}/${seq}.${index + 1}`,
      type: event.type,
      at,
      actor,
      data: { ...event.data },
    }),
  );
  return {
    whole: {
      audit: { seq, head: record.hash },
      applied: [{ cmd: command.id, at, result: decided.result ?? null }],
      outbox: [record, ...events],
    },
  };
}
