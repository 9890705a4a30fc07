// Commissions as those see them who run the contest: the Holding and operators all, a college and a department their own. Scores
// are shown by the rules of blindness alone (see commissions/see.ts): to whoever only looks on, none.
import { trusted } from 'mongoose';
import { compositionFaults } from '../../../commissions/composition.ts';
import { type SeenCase, seeCases } from '../../../commissions/see.ts';
import {
  type Commission,
  commissionOf,
  commissions,
  type Sitting,
  sittings,
} from '../../../commissions/store.ts';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reason } from '../../../kernel/result.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { actsForRepublic, isOperator } from '../rights.ts';
import { findPlace } from '../stages/commission.ts';
import type { Stage } from '../states.ts';
import { namesOf } from './nominees.ts';

export interface SeenCommission {
  readonly commission: Commission;
  readonly edition: string;
  readonly stage: Stage;
  /** Id of the college, code of the region; `all` for the working group. */
  readonly at: string;
  /** Why it may not decide yet; none where its composition is lawful. */
  readonly faults: readonly Reason[];
}

export interface CommissionSearch {
  readonly edition: string;
}

/** How the ids of an edition's commissions begin. */
const idsOf = (edition: string): string => ['contest', edition, ''].join(':');

/** In the order in which they were formed. @throws AppError `forbidden` for whoever acts nowhere in the contest */
export async function commissionsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  { edition }: CommissionSearch,
  page: PageRequest,
): Promise<Page<SeenCommission>> {
  const from = idsOf(edition);
  const ofEdition = { _id: trusted({ $gte: from, $lt: `${from}\uffff` }) };
  const filter = { $and: [ofEdition, visibleTo(actor)] };
  const found = await pageOf(ctx, commissions as never, filter, { by: 'formedAt', of: 'instant' }, page);
  return { items: (found.items as readonly Commission[]).map(seen), next: found.next };
}

function visibleTo(actor: Actor): object {
  if (isOperator(actor) || actsForRepublic(actor)) return {};
  const scopes = [...scopesOf(actor, 'college-officer'), ...scopesOf(actor, 'education-department')];
  if (scopes.length === 0) throw new AppError('forbidden', 'commissions are for those who run the contest');
  return { scope: trusted({ $in: scopes }) };
}

function seen(commission: Commission): SeenCommission {
  const place = findPlace(commission._id);
  const [, edition = ''] = commission._id.split(':');
  const where = place ?? { edition, stage: 'republic' as const, at: 'all' };
  return { commission, ...where, faults: compositionFaults(commission.rule, commission) };
}

export interface WholeCommission extends SeenCommission {
  readonly names: ReadonlyMap<string, string>;
  /** The newest first. */
  readonly sittings: readonly Sitting[];
  /** Of the open sitting, as far as the actor sees them; none for whoever only looks on. */
  readonly cases: readonly SeenCase[];
}

/** @throws AppError `not-found` also for one that is not theirs to see */
export async function commissionSeenBy(
  ctx: EngineContext,
  actor: Actor,
  id: string,
): Promise<WholeCommission> {
  const commission = await commissionOf(ctx, id);
  const isOurs = id.startsWith('contest:') && isVisible(actor, commission);
  if (!isOurs) throw new AppError('not-found', `commission ${id} is not to be seen by ${actor.id}`);
  const held = await sittings.on(ctx.db).find({ commission: id }).sort({ openedAt: -1 }).lean();
  const open = held.find(({ state }) => state === 'open');
  const cases = open ? await seeCases(ctx, actor, open._id) : null;
  const names = await namesOf(
    ctx,
    commission.members.map(({ person }) => person),
  );
  return { ...seen(commission), names, sittings: held, cases: cases?.ok ? cases.value : [] };
}

function isVisible(actor: Actor, { scope, members, secretaries }: Commission): boolean {
  if (isOperator(actor) || actsForRepublic(actor) || secretaries.includes(actor.id)) return true;
  const sits = members.some(({ person, left }) => person === actor.id && left === null);
  const roles = ['college-officer', 'education-department'] as const;
  return sits || roles.some((role) => scopesOf(actor, role).includes(scope));
}
