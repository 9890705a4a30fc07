// Ground for tests of single use-cases: the real store and rules, no conversation, and things of the credit programme
// put into any state by one write. For what leads there, stories and stages are the place.
import { nanoid } from 'nanoid';
import type { Static, TSchema } from 'typebox';
import type { Actor, Grant } from '../../../engine/kernel/actor.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { ok } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { change, create } from '../../../engine/store/command.ts';
import type { Collection } from '../../../engine/store/model.ts';
import type { Bookkeeping } from '../../../engine/store/owned.ts';
import { testContext } from '../engine-context.ts';
import { giveBack, openStore } from '../services/fresh-database.ts';
import { newCommand } from './cast.ts';

/** Where the clock of a ground stands: Monday, 11:00 in Kazakhstan. */
export const NOW = '2026-10-05T06:00:00.000Z';

export interface Ground {
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const db = await openStore();
  const clock = new ManualClock(NOW);
  return { ctx: testContext(db, clock), clock, close: () => giveBack(db) };
}

/** Somebody who acts, without a document of their own. */
export const someone = (id: string, ...grants: readonly Grant[]): Actor => ({ kind: 'person', id, grants });

/** Puts a document as it is into its collection, over the state of one that is there. @returns its id, one nobody else has unless told */
export async function put<S extends TSchema>(
  ctx: EngineContext,
  owner: Collection<S>,
  set: Omit<Static<S>, keyof Bookkeeping>,
  id: string = nanoid(8),
): Promise<string> {
  const first = { action: 'put', set: set as never, result: null };
  const made = await create(ctx, owner, id, newCommand(), first);
  if (!made.created) await change(ctx, owner, id, newCommand(), () => ok(first));
  return id;
}

/** What the commands on a document said of themselves in the audit, oldest first, as far as they wait to be told. */
export async function steps<S extends TSchema>(ctx: EngineContext, owner: Collection<S>, id: string) {
  const found = await owner.on(ctx.db).collection.findOne({ _id: id as never });
  const { outbox } = found as unknown as Bookkeeping;
  return outbox.flatMap((each) =>
    each.kind === 'audit' ? [{ action: each.action, details: each.details }] : [],
  );
}

/** A document without its bookkeeping, and what the last command said of itself: in the audit and to others. */
export async function written<S extends TSchema>(ctx: EngineContext, owner: Collection<S>, id: string) {
  const found = await owner.on(ctx.db).collection.findOne({ _id: id as never });
  if (!found) throw new Error(`${owner.name}/${id} does not exist`);
  const { _id, v, applied, audit, outbox, ...state } = found as unknown as Bookkeeping &
    Readonly<Record<string, unknown>>;
  const record = outbox.findLast((each) => each.kind === 'audit');
  const told = outbox.slice(record ? outbox.indexOf(record) + 1 : outbox.length);
  return {
    state,
    action: record?.action,
    actor: record?.actor,
    details: record?.details,
    result: applied.at(-1)?.result,
    events: told.flatMap((each) => (each.kind === 'event' ? [{ type: each.type, data: each.data }] : [])),
  };
}
