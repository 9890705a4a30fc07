// Sends again what did not arrive, one delivery or many at a wish: each waits anew, with its attempts counted from nothing.
// For operators; each stands in the audit chain of its person.
import { trusted } from 'mongoose';
import type { Actor } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { refuseOthers } from './failures.ts';
import { type Delivery, deliveries, endedUnsent } from './store.ts';

/** Notes in a person's audit chain that a delivery of theirs is sent again: deliveries have no chain of their own. */
export type NoteRetry = (person: string, delivery: string) => Promise<Result<unknown>>;

/** @returns the delivery's id. @throws AppError `forbidden` for anyone but an operator, `not-found` */
export async function retryDelivery(
  ctx: StoreContext,
  actor: Actor,
  id: string,
  note: NoteRetry,
): Promise<Result<string>> {
  refuseOthers(actor);
  const delivery = (await deliveries.on(ctx.db).findById(id).lean()) as Delivery | null;
  if (!delivery) throw new AppError('not-found', `delivery ${id} does not exist`);
  const retried = await waitAnew(ctx, delivery, note);
  if (retried.ok) ctx.nudge();
  return retried;
}

export interface Unsent {
  /** Any of the three where none is named. */
  readonly state?: (typeof endedUnsent)[number];
  readonly desk?: string;
  /** Ended then or later. */
  readonly since: Date;
}

/** So that one wish is answered within seconds. */
export const MOST_RETRIED = 500;

/**
 * The longest ended first, so that asking again takes the next ones.
 * @returns how many wait anew, and whether more would
 * @throws AppError `forbidden` for anyone but an operator
 */
export async function retryDeliveries(
  ctx: StoreContext,
  actor: Actor,
  { state, desk, since }: Unsent,
  note: NoteRetry,
): Promise<{ readonly retried: number; readonly more: boolean }> {
  refuseOthers(actor);
  const wanted = {
    state: state ?? trusted({ $in: [...endedUnsent] }),
    ...(desk !== undefined && { desk }),
    endedAt: trusted({ $gte: since }),
  };
  const found = (await deliveries
    .on(ctx.db)
    .find(wanted as never, { person: 1, state: 1 })
    .sort({ endedAt: 1, _id: 1 })
    .limit(MOST_RETRIED + 1)
    .lean()) as unknown as readonly Pick<Delivery, '_id' | 'person' | 'state'>[];
  let retried = 0;
  for (const each of found.slice(0, MOST_RETRIED)) if ((await waitAnew(ctx, each, note)).ok) retried += 1;
  if (retried > 0) ctx.nudge();
  return { retried, more: found.length > MOST_RETRIED };
}

async function waitAnew(
  ctx: StoreContext,
  { _id: id, state, person }: Pick<Delivery, '_id' | 'person' | 'state'>,
  note: NoteRetry,
): Promise<Result<string>> {
  if (!endedUnsent.some((each) => each === state)) return refused('common.already-done');
  const noted = person === null ? ok(id) : await note(person, id);
  if (!noted.ok) return noted;
  const anew = { state: 'waiting' as const, attempts: 0, notBefore: ctx.clock.now(), endedAt: null };
  await deliveries.on(ctx.db).updateOne({ _id: id, state }, { $set: anew });
  return ok(id);
}
