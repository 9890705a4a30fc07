// Whose package it is and who may work on it: the winner writes about themselves, the region's education department about
// its winners. Only winners of a region have a package.
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Refused } from '../../../kernel/result.ts';
import { refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { refusedAs } from '../reason.ts';
import { actsForRegion, actsForRepublic, isOperator } from '../rights.ts';
import { winnerStates } from '../states.ts';
import { type Edition, type Nomination, nominations } from '../store.ts';

export interface Winner {
  readonly nomination: Nomination;
  readonly edition: Edition;
}

/** @throws AppError `not-found` */
export async function winnerOf(ctx: EngineContext, id: string): Promise<Winner> {
  const nomination = (await nominations
    .raw(ctx.db)
    .findOne({ _id: { $eq: id } } as never)) as Nomination | null;
  if (!nomination) throw new AppError('not-found', `the contest has no nomination ${id}`);
  return { nomination, edition: await editionOf(ctx, nomination.edition) };
}

const isWinnerThemselves = (actor: Actor, { person }: Pick<Nomination, 'person'>): boolean =>
  actor.kind === 'person' && actor.id === person;

/** Sees the package, finished or not. */
export const maySeePackage = (actor: Actor, nomination: Pick<Nomination, 'person' | 'region'>): boolean =>
  isWinnerThemselves(actor, nomination) ||
  actsForRegion(actor, nomination.region) ||
  actsForRepublic(actor) ||
  isOperator(actor);

/** Why the actor may write nothing into it now; null where they may. */
export function refuseWriting(
  ctx: EngineContext,
  actor: Actor,
  { nomination, edition }: Winner,
): Refused | null {
  const may = isWinnerThemselves(actor, nomination) || actsForRegion(actor, nomination.region);
  if (!may) return refused('common.not-allowed');
  if (!winnerStates.includes(nomination.state)) return refusedAs('no-winner');
  return refuseAfter(edition, 'packageEnds', ctx.clock.now());
}
