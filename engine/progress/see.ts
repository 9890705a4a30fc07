// Reading sums: one owner's, a board of a group, and averages of a group. By index; no entry is opened for it. Whoever asks
// is the caller's matter.
import { trusted } from 'mongoose';
import type { StoreContext } from '../store/context.ts';
import { progressSums, type StoredSum, storedId } from './store.ts';

/** Null for an owner for whom nothing was summed up yet. */
export const sumOf = (ctx: StoreContext, kind: string, owner: string): Promise<StoredSum | null> =>
  progressSums.on(ctx.db).findById(storedId(kind, owner)).lean();

/** Those of several owners, by owner. */
export async function sumsOf(
  ctx: StoreContext,
  kind: string,
  owners: readonly string[],
): Promise<ReadonlyMap<string, StoredSum>> {
  const ids = owners.map((owner) => storedId(kind, owner));
  const found = await progressSums
    .on(ctx.db)
    .find({ _id: trusted({ $in: ids }) })
    .lean();
  return new Map(found.map((sum) => [sum.owner, sum]));
}

/** The highest of whoever is in all of these groups. */
export const boardOf = (
  ctx: StoreContext,
  kind: string,
  groups: readonly string[],
  most: number,
): Promise<readonly StoredSum[]> =>
  progressSums
    .on(ctx.db)
    .find({ groups: inAll(kind, groups) } as never)
    .sort({ score: -1, _id: 1 })
    .limit(most)
    .lean();

/** The highest of whoever is in one of these groups. */
export const boardWithin = (
  ctx: StoreContext,
  kind: string,
  groups: Within,
  most: number,
): Promise<readonly StoredSum[]> =>
  progressSums
    .on(ctx.db)
    .find({ groups: trusted({ $in: [groups].flat().map((group) => storedId(kind, group)) }) } as never)
    .sort({ score: -1, _id: 1 })
    .limit(most)
    .lean();

/** How many of a group are ahead of a score. */
export const aheadOf = (
  ctx: StoreContext,
  kind: string,
  groups: readonly string[],
  score: number,
): Promise<number> =>
  progressSums
    .on(ctx.db)
    .countDocuments({ groups: inAll(kind, groups), score: trusted({ $gt: score }) } as never);

/** A group, or several of which one will do. */
export type Within = string | readonly string[];

export interface Averages {
  readonly n: number;
  /** Of the scores; null where there is nobody. */
  readonly score: number | null;
  /** Each over those to whom the figure applies. */
  readonly figures: Readonly<Record<string, number>>;
}

export async function averagesOf(
  ctx: StoreContext,
  kind: string,
  groups: readonly Within[],
  figures: readonly string[],
): Promise<Averages> {
  const means = Object.fromEntries(figures.map((name) => [name, { $avg: `$figures.${name}` }]));
  const [all] = await progressSums
    .on(ctx.db)
    .aggregate([
      { $match: within(kind, groups) },
      { $group: { _id: null, n: { $sum: 1 }, score: { $avg: '$score' }, ...means } },
    ]);
  const told = figures.filter((name) => typeof all?.[name] === 'number');
  return {
    n: all?.n ?? 0,
    score: all?.score ?? null,
    figures: Object.fromEntries(told.map((name) => [name, all[name]])),
  };
}

const inAll = (kind: string, groups: readonly string[]) =>
  trusted({ $all: groups.map((group) => storedId(kind, group)) });

/** In each of these groups; of several, in one of them. */
const within = (kind: string, groups: readonly Within[]) => ({
  $and: groups.map((each) => ({
    groups: { $in: [each].flat().map((group) => storedId(kind, group)) },
  })),
});
