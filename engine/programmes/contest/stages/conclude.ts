// The stage is decided: all cases of the sitting are closed and the sitting is concluded, in time, with its protocol. Nothing
// is closed before everything can be: a member who has not voted yet is not shut out by half a decision.
import { decided } from '../../../commissions/decision.ts';
import { type Case, casesOf, commissionOf, questionOf } from '../../../commissions/store.ts';
import { closeCase } from '../../../commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../commissions/use-cases/conclude-sitting.ts';
import { withdrawCase } from '../../../commissions/use-cases/feed-case.ts';
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { type Reason, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { applyProtocol } from './apply-protocol.ts';
import { actsAt, type Place, refuseLate } from './commission.ts';
import type { SeatedStage } from './commission-rule.ts';
import { openSittingOf } from './sitting.ts';

/** @returns the number of the protocol */
export async function concludeStage(
  ctx: EngineContext,
  command: Command,
  place: Place,
): Promise<Result<number>> {
  if (!actsAt(command.actor, place)) return refused('common.not-allowed');
  const late = refuseLate(await editionOf(ctx, place.edition), place, ctx.clock.now());
  if (late) return late;
  const sitting = await openSittingOf(ctx, place);
  if (!sitting) return refused('contest.no-sitting');
  const open = await stillOpen(ctx, place.stage, sitting._id);
  const faults = await faultsOf(ctx, sitting.commission, open);
  if (faults.length > 0) return refusedFor(faults);
  for (const { _id } of open) {
    const closed = await closeCase(ctx, { ...command, id: `${command.id}/${_id}` }, _id);
    if (!closed.ok) return closed;
  }
  const number = await concludeSitting(ctx, command, sitting._id);
  if (number.ok) await applyProtocol(ctx, sitting._id);
  return number;
}

/** Cases that wait for a decision. Whoever is no nominee of this stage any more is taken off. */
async function stillOpen(ctx: EngineContext, stage: SeatedStage, sitting: string): Promise<readonly Case[]> {
  const open: Case[] = [];
  for (const each of await casesOf(ctx, sitting)) {
    if (each.state !== 'open') continue;
    const { state } = await nominationOf(ctx, each.subject);
    if (state === (stage === 'college' ? 'at-college' : 'at-region')) open.push(each);
    else await withdrawCase(ctx, { id: `gone/${each._id}`, actor: systemActor }, each._id);
  }
  return open;
}

/** Everything that keeps any of them from being closed, each reason once. */
async function faultsOf(
  ctx: EngineContext,
  commissionId: string,
  open: readonly Case[],
): Promise<readonly Reason[]> {
  const commission = await commissionOf(ctx, commissionId);
  const { rule } = commission;
  const reasons = open.flatMap((each) => {
    const result = decided(rule, questionOf(commission, each.question), commission, each);
    return result.ok ? [] : result.reasons;
  });
  const byWords = new Map(
    reasons.map((each) => [JSON.stringify([each.code, each.params?.kind ?? '']), each]),
  );
  return [...byWords.values()];
}
