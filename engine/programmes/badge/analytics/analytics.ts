// What each role is promised to see (§4.4), and nothing beyond: counts, percentages by direction, ratings by level and region.
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { EngineContext } from '../../context.ts';
import { isOperator } from '../rights.ts';
import { allCoordinators, type Coordinator, countHolders } from './counts.ts';
import { type Figures, figuresOf, type RegionRating, regionRatings } from './figures.ts';
import { centreScopesIn, coordinatorsRegions, expertsRegions, type Oversight } from './scopes.ts';

export interface Analytics extends Figures {
  readonly role: 'mentor' | 'expert' | 'regional-coordinator' | 'operator';
  /** For experts, coordinators and operators. */
  readonly mentors?: number;
  /** For coordinators and operators. */
  readonly experts?: number;
  /** For operators. */
  readonly coordinators?: readonly Coordinator[];
  readonly regions?: readonly RegionRating[];
}

type Seen = (ctx: EngineContext, actor: Actor) => Promise<Analytics>;

const asOperator: Seen = async (ctx) => ({
  role: 'operator',
  ...(await figuresOf(ctx, null)),
  mentors: await countHolders(ctx, 'mentor', 'all'),
  experts: await countHolders(ctx, 'expert', 'all'),
  coordinators: await allCoordinators(ctx),
  regions: await regionRatings(ctx),
});

const asCoordinator: Seen = async (ctx, actor) => {
  const regions = coordinatorsRegions(actor);
  return {
    role: 'regional-coordinator',
    ...(await figuresOf(ctx, placesOf(regions))),
    mentors: await countHolders(ctx, 'mentor', await centreScopesIn(ctx, regions)),
    experts: await countHolders(ctx, 'expert', scopesIn(regions)),
  };
};

const asExpert: Seen = async (ctx, actor) => {
  const regions = expertsRegions(actor);
  return {
    role: 'expert',
    ...(await figuresOf(ctx, placesOf(regions))),
    mentors: await countHolders(ctx, 'mentor', await centreScopesIn(ctx, regions)),
  };
};

const asMentor: Seen = async (ctx, { id }) => ({
  role: 'mentor',
  ...(await figuresOf(ctx, [`mentor:${id}`])),
});

const placesOf = (regions: Oversight): readonly string[] | null =>
  regions === 'all' ? null : regions.map((code) => `region:${code}`);

const scopesIn = (regions: Oversight): readonly string[] | 'all' =>
  regions === 'all' ? 'all' : regions.map((code) => `region:${code}`);

/** The widest of the actor's views. @throws AppError `forbidden` for who has none */
export function analyticsFor(ctx: EngineContext, actor: Actor): Promise<Analytics> {
  const seen = viewOf(actor);
  if (!seen) throw new AppError('forbidden', 'analytics are for those who supervise participants');
  return seen(ctx, actor);
}

function viewOf(actor: Actor): Seen | null {
  if (isOperator(actor)) return asOperator;
  if (scopesOf(actor, 'regional-coordinator').length > 0) return asCoordinator;
  if (scopesOf(actor, 'expert').length > 0) return asExpert;
  return scopesOf(actor, 'mentor').length > 0 ? asMentor : null;
}

export const hasAnalytics = (actor: Actor): boolean => viewOf(actor) !== null;
