// Publications and plans as they are shown. Publications are public by nature: every role of the contest sees those of
// the edition; a college's own officer those of the college.
import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { actsForRepublic, isOperator } from '../rights.ts';
import { winnerStates } from '../states.ts';
import { nominations } from '../store.ts';
import {
  type Channel,
  type Planned,
  type Publication,
  publications,
  publicityPlans,
  type Subject,
} from './store.ts';

export interface PublicationSearch {
  readonly edition: string;
  readonly region?: string;
  readonly subject?: Subject;
  readonly channel?: Channel;
  readonly nomination?: string;
}

/** In the order in which they were recorded. @throws AppError `forbidden` for whoever has no role of the contest */
export function publicationsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  search: PublicationSearch,
  page: PageRequest,
): Promise<Page<Publication>> {
  const filter = { ...search, $and: [scopeOf(actor)] };
  return pageOf(ctx, publications, filter, { by: 'recordedAt', of: 'instant' }, page);
}

/** @throws AppError `not-found` for what is not there or not the actor's to see */
export async function publicationSeenBy(ctx: EngineContext, actor: Actor, id: string): Promise<Publication> {
  const found = await publications
    .on(ctx.db)
    .findOne({ _id: id, $and: [scopeOf(actor)] } as never)
    .lean();
  if (!found) throw new AppError('not-found', `no publication ${id} to see`);
  return found;
}

function scopeOf(actor: Actor): object {
  const departments = scopesOf(actor, 'education-department');
  if (actsForRepublic(actor) || isOperator(actor) || departments.includes('all')) return {};
  const own = scopesOf(actor, 'college-officer');
  if (departments.length + own.length === 0)
    throw new AppError('forbidden', 'publications are for those who take part in running the contest');
  const regions = departments.map((scope) => scope.replace('region:', ''));
  return { $or: [{ publisher: trusted({ $in: [...own] }) }, { region: trusted({ $in: regions }) }] };
}

export interface WinnerPlan {
  readonly nomination: string;
  readonly person: string;
  readonly region: string;
  readonly items: readonly Planned[];
  /** Nothing is planned yet: the stage's task waits. */
  readonly isEmpty: boolean;
}

/** The plan of every winner of an edition, by nomination, for the Holding and operators. @throws AppError `forbidden` */
export async function plansSeenBy(
  ctx: EngineContext,
  actor: Actor,
  edition: string,
): Promise<readonly WinnerPlan[]> {
  if (!actsForRepublic(actor) && !isOperator(actor))
    throw new AppError('forbidden', 'plans of publicity are for the Holding and operators');
  const winners = await nominations
    .on(ctx.db)
    .find({ edition, state: trusted({ $in: [...winnerStates] }) } as never, { person: 1, region: 1 })
    .sort({ _id: 1 })
    .lean();
  const plans = await publicityPlans.on(ctx.db).find({ edition }).lean();
  const items = new Map(plans.map((each) => [each._id, each.items]));
  return winners.map(({ _id: nomination, person, region }) => {
    const planned = items.get(nomination) ?? [];
    return { nomination, person, region, items: planned, isEmpty: planned.length === 0 };
  });
}

/** The plan of one winner, with its version. @throws AppError `forbidden`; `not-found` for whoever is no winner */
export async function planSeenBy(
  ctx: EngineContext,
  actor: Actor,
  id: string,
): Promise<WinnerPlan & { readonly version: number }> {
  if (!actsForRepublic(actor) && !isOperator(actor))
    throw new AppError('forbidden', 'plans of publicity are for the Holding and operators');
  const found = await nominations.on(ctx.db).findById(id, { person: 1, region: 1, state: 1 }).lean();
  if (!found || !winnerStates.includes(found.state)) throw new AppError('not-found', `${id} is no winner`);
  const plan = await publicityPlans.on(ctx.db).findById(id).lean();
  const items = plan?.items ?? [];
  const { person, region } = found;
  return { nomination: id, person, region, items, isEmpty: items.length === 0, version: plan?.v ?? 0 };
}
