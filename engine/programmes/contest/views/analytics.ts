// An edition in figures: nominees and seats by region and college, packages, publications. Figures only, of nobody by name.
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { packages } from '../packages/store.ts';
import { type PublicationCount, publicationCount } from '../publicity/count.ts';
import { actsForRepublic, isOperator } from '../rights.ts';
import { collegeSeatStates, type NominationState, regionSeatStates, winnerStates } from '../states.ts';
import { nominations } from '../store.ts';

export interface PlaceFigures {
  /** Id of the college, code of the region. */
  readonly at: string;
  readonly nominees: number;
  /** Taken, of so many. */
  readonly seats: number;
  readonly quota: number;
}

export interface Analytics {
  readonly edition: string;
  readonly colleges: readonly (PlaceFigures & { readonly region: string })[];
  readonly regions: readonly (PlaceFigures & { readonly winners: number; readonly packagesSent: number })[];
  readonly laureates: number;
  readonly publications: PublicationCount;
}

interface Group {
  readonly _id: { readonly college: string; readonly region: string; readonly state: NominationState };
  readonly count: number;
}

/** A department's own region; all of it for the Holding and operators. @throws AppError `forbidden`, `not-found` */
export async function analyticsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  editionId: string,
): Promise<Analytics> {
  const edition = await editionOf(ctx, editionId);
  const shown = regionsOf(actor, edition.regions);
  const within = { edition: { $eq: editionId }, region: { $in: [...shown] } };
  const groups = await nominations
    .raw(ctx.db)
    .aggregate<Group>([
      { $match: within },
      { $group: { _id: { college: '$college', region: '$region', state: '$state' }, count: { $sum: 1 } } },
    ])
    .toArray();
  const sent = await sentByRegion(ctx, within);
  const sum = (of: (id: Group['_id']) => boolean) =>
    groups.filter(({ _id }) => of(_id)).reduce((all, { count }) => all + count, 0);
  const figures = (
    at: string,
    of: (id: Group['_id']) => boolean,
    states: readonly NominationState[],
    quota: number,
  ) => ({
    ...{ at, quota, nominees: sum(of) },
    seats: sum((id) => of(id) && states.includes(id.state)),
  });
  const colleges = [...new Map(groups.map(({ _id }) => [_id.college, _id.region]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    edition: editionId,
    colleges: colleges.map(([at, region]) => ({
      ...figures(at, ({ college }) => college === at, collegeSeatStates, edition.seats.college),
      region,
    })),
    regions: shown.map((at) => ({
      ...figures(at, ({ region }) => region === at, regionSeatStates, edition.seats.region),
      winners: sum(({ region, state }) => region === at && winnerStates.includes(state)),
      packagesSent: sent.get(at) ?? 0,
    })),
    laureates: sum(({ state }) => state === 'laureate'),
    publications: await publicationCount(ctx, editionId),
  };
}

function regionsOf(actor: Actor, all: readonly string[]): readonly string[] {
  if (actsForRepublic(actor) || isOperator(actor)) return all;
  const own = scopesOf(actor, 'education-department').map((scope) => scope.replace('region:', ''));
  if (own.length === 0)
    throw new AppError('forbidden', 'figures are for departments, the Holding and operators');
  return all.filter((code) => own.includes(code));
}

async function sentByRegion(ctx: EngineContext, within: object): Promise<ReadonlyMap<string, number>> {
  const found = await packages
    .raw(ctx.db)
    .aggregate<{ readonly _id: string; readonly count: number }>([
      { $match: { ...within, sent: { $ne: null } } },
      { $group: { _id: '$region', count: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(found.map(({ _id, count }) => [_id, count]));
}
