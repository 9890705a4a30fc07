// What a mentor, an expert, a coordinator or an operator sees of those beneath them (§4.4): numbers, percentages by
// direction, ratings by level. From what was summed up.
import type { Actor } from '../../../kernel/actor.ts';
import { scopesOf } from '../../../kernel/actor.ts';
import { holdersOf } from '../../../people/reach.ts';
import { sumsOf } from '../../../progress/see.ts';
import type { StoredSum } from '../../../progress/store.ts';
import type { EngineContext } from '../../context.ts';
import { badgeProgress } from '../progress/kind.ts';
import { type Direction, directions, type Level, levels } from '../states.ts';
import { isExpert, mentorsBeneath, participationsSeenBy } from './reach.ts';

export interface Overview {
  /** Highest rating first. */
  readonly participants: readonly {
    readonly id: string;
    readonly person: string;
    readonly level: Level;
    readonly rating: number;
  }[];
  /** Null for whoever has none beneath them by their role. */
  readonly mentors: number | null;
  readonly experts: number | null;
  readonly directions: readonly { readonly direction: Direction; readonly percent: number }[];
  readonly levels: readonly { readonly level: Level; readonly rating: number; readonly n: number }[];
}

const MOST = 5_000;

export async function overviewFor(ctx: EngineContext, actor: Actor): Promise<Overview> {
  const seen = await participationsSeenBy(ctx, actor, MOST);
  const sums = await sumsOf(
    ctx,
    badgeProgress.id,
    seen.map(({ _id }) => _id),
  );
  const participants = seen
    .map(({ _id: id, person, level }) => ({ id, person, level, rating: sums.get(id)?.score ?? 0 }))
    .sort((a, b) => b.rating - a.rating || (a.id < b.id ? -1 : 1));
  return {
    participants,
    mentors: await mentorCount(ctx, actor),
    experts: await expertsBeneath(ctx, actor),
    directions: directions.flatMap((direction) => {
      const percent = mean([...sums.values()].flatMap((sum) => figureOf(sum, direction)));
      return percent === null ? [] : [{ direction, percent }];
    }),
    levels: levels.flatMap((level) => {
      const own = participants.filter((each) => each.level === level);
      const rating = mean(own.map((each) => each.rating));
      return rating === null ? [] : [{ level, rating, n: own.length }];
    }),
  };
}

const figureOf = ({ figures }: StoredSum, name: string): readonly number[] => {
  const figure = figures[name];
  return figure === undefined ? [] : [figure];
};

/** Two decimals; null of nothing. */
const mean = (values: readonly number[]): number | null =>
  values.length === 0
    ? null
    : Math.round((100 * values.reduce((sum, each) => sum + each, 0)) / values.length) / 100;

const regionsOf = (actor: Actor) => scopesOf(actor, 'regional-coordinator');

async function mentorCount(ctx: EngineContext, actor: Actor): Promise<number | null> {
  const isAbove = isExpert(actor) || regionsOf(actor).length > 0;
  return isAbove ? (await mentorsBeneath(ctx, actor)).length : null;
}

async function expertsBeneath(ctx: EngineContext, actor: Actor): Promise<number | null> {
  const regions = regionsOf(actor);
  if (regions.length === 0) return null;
  const found = await Promise.all(regions.map((region) => holdersOf(ctx, 'expert', region)));
  return new Set(found.flat()).size;
}
