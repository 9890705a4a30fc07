// A member who knows a nominee withdraws from both questions about them: the badge and the invitation.
import { caseId } from '../../../../commissions/store.ts';
import { declareConflict } from '../../../../commissions/use-cases/declare-conflict.ts';
import type { Command } from '../../../../kernel/actor.ts';
import { type Result, refused } from '../../../../kernel/result.ts';
import type { EngineContext } from '../../../context.ts';
import { openSittingOf } from '../commission.ts';

/** @returns the nomination's id */
export async function recuse(
  ctx: EngineContext,
  command: Command,
  awardId: string,
  reason: string,
): Promise<Result<string>> {
  const sitting = await openSittingOf(ctx);
  if (!sitting) return refused('badge-award.no-sitting');
  const conflict = { person: command.actor.id, reason };
  for (const question of ['award', 'invitation']) {
    const part = { ...command, id: `${command.id}/${question}` };
    const done = await declareConflict(ctx, part, caseId(sitting._id, awardId, question), conflict);
    if (!done.ok) return done;
  }
  return { ok: true, value: awardId };
}
