// A member scores a nominee in the days of the stage; who is left out, and who has seen what, the room of commissions keeps.
import { ballotOf } from '../../../commissions/ballots.ts';
import { caseOf, commissionOf } from '../../../commissions/store.ts';
import { declareConflict } from '../../../commissions/use-cases/declare-conflict.ts';
import { giveScores } from '../../../commissions/use-cases/give-scores.ts';
import type { Command } from '../../../kernel/actor.ts';
import type { Refused, Result } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { placeOf, refuseLate } from './commission.ts';

export interface GivenScore {
  /** Id of one of the edition's criteria. */
  readonly criterion: string;
  readonly score: number;
}

/** Final at once: from then on the member sees the others' scores. @returns the case's id */
export async function scoreNominee(
  ctx: EngineContext,
  command: Command,
  caseId: string,
  scores: readonly GivenScore[],
): Promise<Result<string>> {
  const late = await lateFor(ctx, caseId);
  return late ?? giveScores(ctx, command, caseId, { scores, isFinal: true });
}

/** The member says that they are not free to judge this nominee. @returns the case's id */
export async function standAside(
  ctx: EngineContext,
  command: Command,
  caseId: string,
  reason: string,
): Promise<Result<string>> {
  const late = await lateFor(ctx, caseId);
  return late ?? declareConflict(ctx, command, caseId, { person: command.actor.id, reason });
}

async function lateFor(ctx: EngineContext, caseId: string): Promise<Refused | null> {
  const { commission } = await caseOf(ctx, caseId);
  const place = placeOf((await commissionOf(ctx, commission))._id);
  return refuseLate(await editionOf(ctx, place.edition), place, ctx.clock.now());
}

/** One criterion of a vote that is not final yet: it counts for nothing and shows nothing. @returns the case's id */
export async function draftScore(
  ctx: EngineContext,
  command: Command,
  caseId: string,
  given: GivenScore,
): Promise<Result<string>> {
  const late = await lateFor(ctx, caseId);
  if (late) return late;
  const before = await draftOf(ctx, command, caseId);
  const scores = [...before.filter(({ criterion }) => criterion !== given.criterion), given];
  return giveScores(ctx, command, caseId, { scores, isFinal: false });
}

/** The member's draft becomes final. @returns the case's id */
export async function finishScores(
  ctx: EngineContext,
  command: Command,
  caseId: string,
): Promise<Result<string>> {
  return scoreNominee(ctx, command, caseId, await draftOf(ctx, command, caseId));
}

const draftOf = async (
  ctx: EngineContext,
  { actor }: Command,
  caseId: string,
): Promise<readonly GivenScore[]> => ballotOf((await caseOf(ctx, caseId)).ballots, actor.id)?.scores ?? [];
