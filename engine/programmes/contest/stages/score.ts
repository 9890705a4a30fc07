// A member scores a nominee in the days of the stage; who is left out, and who has seen what, the room of commissions keeps.
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
