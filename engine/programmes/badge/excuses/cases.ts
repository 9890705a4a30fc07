// Finding requests to be excused. It checks no right.
import { AppError } from '../../../kernel/errors.ts';
import type { StoreContext } from '../../../store/context.ts';
import type { OfExcuse } from './events.ts';
import { type Excuse, excuses } from './store.ts';

/** @throws AppError `not-found` */
export async function excuseOf(ctx: StoreContext, id: string): Promise<Excuse> {
  const found = await excuses.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `excuse ${id} does not exist`);
  return found as Excuse;
}

export const named = ({ _id, participation, person }: Excuse): OfExcuse => ({
  excuse: _id,
  participation,
  person,
});

/** Weeks that are excused in a round of a participation, each once. */
export async function excusedWeeksOf(
  ctx: StoreContext,
  participation: string,
  round: number,
): Promise<readonly string[]> {
  const found = await excuses
    .on(ctx.db)
    .find({ participation, state: 'excused', round }, { weeks: 1 })
    .lean();
  return [...new Set(found.flatMap(({ weeks }) => weeks))].sort();
}
