// The payout of a credit: ordered once when the report is approved, then paid or failed by the Financial Centre.
import { type Command, holds } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { creditCase } from '../cases.ts';
import { payoutFailed, payoutOrdered, payoutPaid } from '../events.ts';
import { ownVersion } from '../reviews/versions.ts';
import { mayTransition } from '../states.ts';
import { payouts } from '../store.ts';
import { transition } from '../transitions.ts';

/** Orders the payout of an approved credit. The credit's id is the payout's: a second one cannot exist. */
export async function orderPayout(ctx: EngineContext, command: Command, creditId: string): Promise<void> {
  const { student, credit } = await creditCase(ctx, creditId);
  if (!credit.entitlement) throw new AppError('not-found', `credit ${creditId} has no entitlement`);
  await create(ctx, payouts, credit.id, command, {
    action: 'payout ordered',
    set: {
      studentId: student._id,
      organisationId: credit.organisationId,
      target: credit.target,
      amount: credit.entitlement.payoutTenge,
      state: 'ordered',
      orderedAt: ctx.clock.now(),
      bankReference: null,
      reason: null,
      decidedBy: null,
      decidedAt: null,
    },
    events: [payoutOrdered({ student: student._id, credit: credit.id })],
    result: credit.id,
    details: { amount: credit.entitlement.payoutTenge, ...transition('payout', credit.id, null, 'ordered') },
  });
}

export type PayoutOutcome =
  | { readonly creditId: string; readonly paid: true; readonly bankReference: string }
  | { readonly creditId: string; readonly paid: false; readonly reason: string };

/** The Financial Centre says how the payment went. @returns the payout's id */
export function settlePayout(
  ctx: EngineContext,
  command: Command,
  outcome: PayoutOutcome,
): Promise<Result<string>> {
  const state = outcome.paid ? 'paid' : 'failed';
  return change(ctx, payouts, outcome.creditId, command, (payout) => {
    const { actor } = command;
    if (!holds(actor, 'financial-centre', 'all') || actor.id === payout.studentId)
      return refused('common.not-allowed');
    if (!mayTransition.payout(payout.state, state)) {
      return refused('common.already-decided', {
        by: payout.decidedBy,
        at: payout.decidedAt?.toISOString() ?? null,
      });
    }
    const unseen = refuseUnseen(command, ownVersion(payout));
    if (unseen) return unseen;
    return ok({
      action: `payout ${state}`,
      set: {
        state,
        bankReference: outcome.paid ? outcome.bankReference : null,
        reason: outcome.paid ? null : outcome.reason,
        decidedBy: actor.id,
        decidedAt: ctx.clock.now(),
      },
      events: [(outcome.paid ? payoutPaid : payoutFailed)({ student: payout.studentId, credit: payout._id })],
      result: payout._id,
      details: { amount: payout.amount, ...transition('payout', payout._id, payout.state, state) },
    });
  });
}
