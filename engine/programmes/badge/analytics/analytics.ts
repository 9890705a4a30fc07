// What each role is promised to see (§4.4), and nothing beyond: counts, percentages by direction, ratings by level and region.
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { EngineContext } from '../../context.ts';
import { isOperator } from '../rights.ts';
import { mentorsOfExpert } from '../supervision/reach.ts';
import { allCoordinators, type Coordinator, countHolders } from './counts.ts';
import { type Figures, figuresOf, type RegionRating, regionRatings } from './figures.ts';
import { centreScopesIn, coordinatorsRegions } from './scopes.ts';

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
  const scopes = scopesOf(actor, 'regional-coordinator');
  return {
    role: 'regional-coordinator',
    ...(await figuresOf(ctx, scopes)),
    mentors: await countHolders(ctx, 'mentor', await centreScopesIn(ctx, coordinatorsRegions(actor))),
    experts: await countHolders(ctx, 'expert', scopes),
  };
};

const asExpert: Seen = async (ctx, { id }) => {
  const mentors = await mentorsOfExpert(ctx, id);
  const figures = await figuresOf(
    ctx,
    mentors.map((mentor) => `mentor:${mentor}`),
  );
  return { role: 'expert', ...figures, mentors: mentors.length };
};

const asMentor: Seen = async (ctx, { id }) => ({
  role: 'mentor',
  ...(await figuresOf(ctx, [`mentor:${id}`])),
});

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
