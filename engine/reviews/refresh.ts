// Brings a review item to how its subject stands now. Called by the subscribers of every event that touches it, after a
// decision, and when all items are built anew: any number of times, in any order.
import { trusted } from 'mongoose';
import { AppError } from '../kernel/errors.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { decidersOf } from './deciders.ts';
import { datesOf } from './due.ts';
import type { Reading, ReviewKind } from './kind.ts';
import { watchItem } from './reminders/watch.ts';
import { type Review, reviewId, reviews } from './store.ts';
import { rolesOf } from './words.ts';

export async function refreshReview<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
): Promise<void> {
  const reading = await readingOf(ctx, kind, subject);
  if (!reading) return withdraw(ctx, kind.id, subject);
  const { _id, ...item } = await itemOf(ctx, kind, subject, reading);
  await watchItem(ctx, kind, subject, reading, item.escalated ?? false);
  const newer = { _id, order: trusted({ $lte: reading.order }) };
  try {
    // What was withdrawn before it ever waited is no item.
    const upsert = reading.state !== 'withdrawn';
    await reviews.on(ctx.db).updateOne(newer as never, { $set: item }, { upsert });
  } catch (error) {
    // A newer reading is there already.
    if (!isDuplicate(error)) throw error;
  }
}

/** For an event: the item of the subject that it speaks of. */
export const refreshes =
  <C extends StoreContext, P>(kind: ReviewKind<C>, subjectOf: (data: P) => string) =>
  (ctx: C, event: { readonly data: P }): Promise<void> =>
    refreshReview(ctx, kind, subjectOf(event.data));

/** @returns null for a subject that does not exist (any more) */
export async function readingOf<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
): Promise<Reading | null> {
  try {
    return await kind.read(ctx, subject);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}

async function itemOf<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  reading: Reading,
): Promise<Review> {
  const { about, since, version, order, state, decision, interested = [], group = null } = reading;
  const { words, watch, escalated } = await decidersOf(ctx, kind, subject, reading);
  const { due } = await datesOf(ctx, kind, subject, reading);
  return reviews.check({
    _id: reviewId(kind.id, subject),
    kind: kind.id,
    ...{ subject, about, since, due, version, order, state, decision, group },
    deciders: [...words],
    watch: state === 'open' ? [...watch] : [],
    escalated,
    roles: [...rolesOf(kind, reading)],
    interested: [...interested],
  });
}

async function withdraw(ctx: StoreContext, kind: string, subject: string): Promise<void> {
  await reviews.on(ctx.db).updateOne({ _id: reviewId(kind, subject) }, { $set: { state: 'withdrawn' } });
}
