// The secretary or the chair closes a case: from then on its votes stand, and a majority's decision is made.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import type { StoreContext } from '../../store/context.ts';
import { actorName } from '../../store/owned.ts';
import { decided } from '../decision.ts';
import { caseClosed } from '../events.ts';
import { isSecretary, seatOf } from '../rights.ts';
import type { Outcome } from '../shapes.ts';
import { type Commission, questionOf } from '../store.ts';
import { changeCase, ofCase } from './change-case.ts';

/** @returns what the case came to; `ranked` waits for the sitting's conclusion */
export function closeCase(ctx: StoreContext, command: Command, caseId: string): Promise<Result<Outcome>> {
  return changeCase(ctx, command, caseId, (found, commission) => {
    if (!mayClose(command, commission)) return refused('common.not-allowed');
    if (found.state !== 'open') return refused('commissions.case-closed');
    const decision = decided(commission.rule, questionOf(commission, found.question), commission, found);
    if (!decision.ok) return decision;
    const { outcome, votes, abstentions, needed } = decision.value;
    return ok({
      action: 'case closed',
      set: {
        ...{ state: 'closed' as const, decided: decision.value },
        closedBy: actorName(command.actor),
        closedAt: ctx.clock.now(),
      },
      events: [caseClosed({ ...ofCase(found), outcome })],
      result: outcome,
      // Under which composition it was decided.
      details: { outcome, votes, abstentions, needed, version: commission.v },
    });
  });
}

/** Those who close cases also conclude sittings. */
export function mayClose({ actor }: Command, commission: Commission): boolean {
  const seat = seatOf(actor, commission);
  return isSecretary(actor, commission) || (seat !== undefined && seat.person === commission.chair);
}
