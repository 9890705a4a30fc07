// What a mentor, an expert, a coordinator or an operator sees of those beneath them (§4.4): the figures of their role, and by
// name who has come farthest. All of it from what was summed up: no participation is opened for it but the few that are shown.
import { trusted } from 'mongoose';
import type { Actor } from '../../../kernel/actor.ts';
import { boardWithin } from '../../../progress/see.ts';
import type { EngineContext } from '../../context.ts';
import { type Analytics, analyticsFor } from '../analytics/analytics.ts';
import { figuresWithin } from '../analytics/figures.ts';
import { badgeProgress } from '../progress/kind.ts';
import type { Level } from '../states.ts';
import { participations } from '../store.ts';
import { placesSeenBy } from './reach.ts';

export interface Overview {
  readonly figures: Analytics;
  /** Highest rating first. */
  readonly participants: readonly {
    readonly id: string;
    readonly person: string;
    readonly level: Level;
    readonly rating: number;
  }[];
}

/** @throws AppError `forbidden` for who supervises nobody */
export async function overviewFor(ctx: EngineContext, actor: Actor, most: number): Promise<Overview> {
  const figures = await analyticsFor(ctx, actor);
  const within = figuresWithin(await placesSeenBy(ctx, actor));
  const board = await boardWithin(ctx, badgeProgress.id, within, most);
  const found = await participations
    .on(ctx.db)
    .find({ _id: trusted({ $in: board.map(({ owner }) => owner) }) } as never, { person: 1, level: 1 })
    .lean();
  const known = new Map(found.map((each) => [each._id, each]));
  return {
    figures,
    participants: board.flatMap(({ owner, score }) => {
      const one = known.get(owner);
      return one ? [{ id: owner, person: one.person, level: one.level, rating: score }] : [];
    }),
  };
}
