// Finding participations and centres. Called by every use-case; it checks no right.
import { trusted } from 'mongoose';
import { AppError } from '../../kernel/errors.ts';
import type { StoreContext } from '../../store/context.ts';
import { mentoredStates, underWayStates } from './states.ts';
import { type Centre, centres, type Participation, participations } from './store.ts';

/** @throws AppError `not-found` */
export async function participationOf(ctx: StoreContext, id: string): Promise<Participation> {
  const found = await participations.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `participation ${id} does not exist`);
  return found as Participation;
}

/** Every participation of a person, oldest first. */
export const participationsOf = (ctx: StoreContext, person: string): Promise<readonly Participation[]> =>
  participations.on(ctx.db).find({ person }).sort({ createdAt: 1 }).lean() as unknown as Promise<
    Participation[]
  >;

/** The level that a person is at; the newest where there are several. */
export async function underWayOf(ctx: StoreContext, person: string): Promise<Participation | undefined> {
  const all = await participationsOf(ctx, person);
  return all.findLast(({ state }) => underWayStates.includes(state));
}

/** @throws AppError `not-found` */
export async function centreOf(ctx: StoreContext, bin: string): Promise<Centre> {
  const found = await centres.on(ctx.db).findById(bin).lean();
  if (!found) throw new AppError('not-found', `centre ${bin} does not exist`);
  return found as Centre;
}

/** Centres whose agreement is in force, by name. */
export const activeCentres = (ctx: StoreContext): Promise<readonly Centre[]> =>
  centres
    .on(ctx.db)
    .find({ state: trusted({ $eq: 'active' }) } as never)
    .sort({ searchName: 1 })
    .lean() as unknown as Promise<Centre[]>;

/** Whom a mentor has now, the newest first. */
export const menteesOf = (ctx: StoreContext, mentor: string): Promise<readonly Participation[]> =>
  participations
    .on(ctx.db)
    .find({ mentor, state: trusted({ $in: [...mentoredStates] }) } as never)
    .sort({ sentAt: -1 })
    .lean() as unknown as Promise<Participation[]>;
