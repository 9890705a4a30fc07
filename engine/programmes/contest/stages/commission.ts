// The commission of a college or a region: formed by whoever acts for it, who then keeps its papers.

import { type Commission, commissions } from '../../../commissions/store.ts';
import { formCommission } from '../../../commissions/use-cases/form-commission.ts';
import type { Actor, Command } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Refused, type Result, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { actsForCollege, actsForRegion, collegeScope, regionScope } from '../rights.ts';
import type { Edition } from '../store.ts';
import { commissionRule, type SeatedStage } from './commission-rule.ts';
import { keepersFor } from './paper-keepers.ts';

/** Where a stage is run: at a college, or in a region. */
export interface Place {
  readonly edition: string;
  readonly stage: SeatedStage;
  /** Id of the college, code of the region. */
  readonly at: string;
}

const PURPOSE = 'contest';

export const commissionId = ({ edition, stage, at }: Place): string => `${PURPOSE}:${edition}:${stage}:${at}`;

/** The place of a commission; null for one that is none of the contest's stages. */
export function findPlace(id: string): Place | null {
  const [purpose, edition = '', stage, at = ''] = id.split(':');
  const isStage = stage === 'college' || stage === 'region';
  return purpose === PURPOSE && isStage ? { edition, stage, at } : null;
}

/** @throws AppError `not-found` */
export function placeOf(id: string): Place {
  const place = findPlace(id);
  if (place) return place;
  throw new AppError('not-found', `${id} is no commission of a college or a region`);
}

export const actsAt = (actor: Actor, { stage, at }: Pick<Place, 'stage' | 'at'>): boolean =>
  stage === 'college' ? actsForCollege(actor, at) : actsForRegion(actor, at);

/** A stage is decided until its last second. */
export const refuseLate = (edition: Edition, { stage }: Pick<Place, 'stage'>, now: Date): Refused | null =>
  refuseAfter(edition, stage === 'college' ? 'internalEnds' : 'regionalEnds', now);

/** The stage's commission; null before it is formed. */
export const findCommission = async (ctx: EngineContext, place: Place): Promise<Commission | null> =>
  (await commissions
    .raw(ctx.db)
    .findOne({ _id: { $eq: commissionId(place) } } as never)) as unknown as Commission | null;

/** @returns the commission's id */
export async function formStageCommission(
  ctx: EngineContext,
  command: Command,
  place: Place,
): Promise<Result<string>> {
  if (!actsAt(command.actor, place)) return refused('common.not-allowed');
  const edition = await editionOf(ctx, place.edition);
  const late = refuseLate(edition, place, ctx.clock.now());
  if (late) return late;
  if (place.stage === 'region' && !edition.regions.includes(place.at))
    return refused('contest.region-outside', { code: place.at, year: edition.year });
  const scope = place.stage === 'college' ? collegeScope(place.at) : regionScope(place.at);
  const role = place.stage === 'college' ? 'college-officer' : 'education-department';
  const keepers = await keepersFor(ctx, command.actor, role, scope);
  if (!keepers.ok) return keepers;
  return formCommission(ctx, command, {
    id: commissionId(place),
    purpose: PURPOSE,
    scope,
    rule: commissionRule(ctx.rules, edition, place.stage),
    secretaries: [...keepers.value],
  });
}
