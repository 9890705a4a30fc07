// Finding journal entries. Called by every use-case; it checks no right.
import { trusted } from 'mongoose';
import type { LocalDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { StoreContext } from '../../../store/context.ts';
import type { OfEntry } from './events.ts';
import { standingStates } from './states.ts';
import { type Entry, entries } from './store.ts';

/** @throws AppError `not-found` */
export async function entryOf(ctx: StoreContext, id: string): Promise<Entry> {
  const found = await entries.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `journal entry ${id} does not exist`);
  return found as Entry;
}

export const named = ({
  _id,
  participation,
  person,
}: Pick<Entry, '_id' | 'participation' | 'person'>): OfEntry => ({
  entry: _id,
  participation,
  person,
});

/** Newest first. */
export const journalOf = (
  ctx: StoreContext,
  participation: string,
  most: number,
): Promise<readonly Entry[]> =>
  entries
    .on(ctx.db)
    .find({ participation })
    .sort({ date: -1, _id: 1 })
    .limit(most)
    .lean() as unknown as Promise<Entry[]>;

export const approvedEntries = (ctx: StoreContext, participation: string): Promise<readonly Entry[]> =>
  entries.on(ctx.db).find({ participation, state: 'approved' }).lean() as unknown as Promise<Entry[]>;

/** Entries of a day that were neither returned nor taken back, of one round. */
export const standingOn = (
  ctx: StoreContext,
  { participation, round, date }: Pick<Entry, 'participation' | 'round'> & { readonly date: LocalDate },
): Promise<readonly Entry[]> =>
  entries
    .on(ctx.db)
    .find({ participation, date, round, state: trusted({ $in: standingStates }) } as never)
    .lean() as unknown as Promise<Entry[]>;
