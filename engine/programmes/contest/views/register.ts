// The register of nominations: operators and the Holding see all of them, a college its own, a department those that were sent
// from its region.
import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { actsForRepublic, isOperator } from '../rights.ts';
import { atRegionStates, type NominationState } from '../states.ts';
import { type Nomination, nominations } from '../store.ts';
import { namesOf } from './nominees.ts';

export interface NominationSearch {
  readonly edition?: string;
  readonly college?: string;
  readonly region?: string;
  readonly state?: NominationState;
}

export interface NominationRow extends Nomination {
  readonly name: string;
}

/** The oldest first. @throws AppError `forbidden` for whoever acts nowhere in the contest */
export async function nominationsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  search: NominationSearch,
  page: PageRequest,
): Promise<Page<NominationRow>> {
  const filter = { $and: [{ ...search }, visibleTo(actor)] };
  const found = await pageOf(ctx, nominations, filter, { by: 'proposedAt', of: 'instant' }, page);
  return { items: await withNames(ctx, found.items as readonly Nomination[]), next: found.next };
}

/** @throws AppError `forbidden`; `not-found` also for one that is not theirs to see */
export async function nominationSeenBy(ctx: EngineContext, actor: Actor, id: string): Promise<NominationRow> {
  const filter = { $and: [{ _id: id }, visibleTo(actor)] };
  const found = (await nominations
    .on(ctx.db)
    .findOne(filter as never, { applied: 0, outbox: 0 })
    .lean()) as Nomination | null;
  const [row] = found ? await withNames(ctx, [found]) : [];
  if (row) return row;
  throw new AppError('not-found', `nomination ${id} is not to be seen by ${actor.id}`);
}

function visibleTo(actor: Actor) {
  if (isOperator(actor) || actsForRepublic(actor)) return {};
  const of = (role: 'college-officer' | 'education-department') =>
    scopesOf(actor, role).map((scope) => scope.split(':')[1] ?? '');
  const colleges = of('college-officer');
  const regions = of('education-department');
  if (colleges.length + regions.length === 0)
    throw new AppError('forbidden', 'nominations are for those who act in the contest');
  const sent = { state: trusted({ $in: [...atRegionStates] }) };
  return {
    $or: [{ college: trusted({ $in: colleges }) }, { region: trusted({ $in: regions }), ...sent }],
  };
}

async function withNames(
  ctx: EngineContext,
  found: readonly Nomination[],
): Promise<readonly NominationRow[]> {
  const names = await namesOf(
    ctx,
    found.map(({ person }) => person),
  );
  return found.map((each) => ({ ...each, name: names.get(each.person) ?? '—' }));
}
