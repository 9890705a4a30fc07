// A member assesses a nominee: scores by criteria, for or against the badge, and apart from it the invitation to the ceremony.
import { caseId, caseOf } from '../../../../commissions/store.ts';
import { giveScores } from '../../../../commissions/use-cases/give-scores.ts';
import type { Command } from '../../../../kernel/actor.ts';
import { type Result, refused } from '../../../../kernel/result.ts';
import type { EngineContext } from '../../../context.ts';
import { openSittingOf } from '../commission.ts';
import type { Criterion } from '../rule.ts';
import { awardOf } from '../store.ts';

export type Verdict = 'for' | 'against';

export interface Assessment {
  readonly scores: Readonly<Record<Criterion, number>>;
  readonly award: Verdict;
  readonly invitation: Verdict;
}

/** Final: what a member has given is changed no more. @returns the nomination's id */
export async function assess(
  ctx: EngineContext,
  command: Command,
  awardId: string,
  { scores, award, invitation }: Assessment,
): Promise<Result<string>> {
  const found = await awardOf(ctx, awardId);
  if (found.interview?.heldAt == null) return refused('badge-award.interview-missing');
  const sitting = await openSittingOf(ctx);
  if (!sitting) return refused('badge-award.no-sitting');
  const given = Object.entries(scores).map(([criterion, score]) => ({ criterion, score }));
  const first = await giveScores(ctx, command, caseId(sitting._id, awardId, 'award'), {
    ...{ scores: given, verdict: award, isFinal: true },
  });
  if (!first.ok) return first;
  const asked = caseId(sitting._id, awardId, 'invitation');
  await caseOf(ctx, asked);
  const second = await giveScores(ctx, { ...command, id: `${command.id}/invitation` }, asked, {
    ...{ scores: [], verdict: invitation, isFinal: true },
  });
  return second.ok ? { ok: true, value: awardId } : second;
}
