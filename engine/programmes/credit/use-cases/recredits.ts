// The re-credit of a credit: a right of the student from approval on, requested by the student, confirmed by the registrar.
import { type Command, holds } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { people } from '../../../people/store.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { creditCase } from '../cases.ts';
import { refuseUnconsented } from '../consent.ts';
import { recreditConfirmed, recreditGranted, recreditRefused, recreditRequested } from '../events.ts';
import { ownVersion } from '../reviews/versions.ts';
import { mayTransition } from '../states.ts';
import { type Recredit, recredits } from '../store.ts';
import { transition } from '../transitions.ts';

/** Grants the right to re-credit once: the credit's id is the right's. */
export async function grantRecredit(ctx: EngineContext, command: Command, creditId: string): Promise<void> {
  const { student, credit } = await creditCase(ctx, creditId);
  const person = await people.on(ctx.db).findById(student._id, { student: 1 }).lean();
  if (!credit.entitlement || !person?.student)
    throw new AppError('not-found', `credit ${creditId} has no entitlement`);
  await create(ctx, recredits, credit.id, command, {
    action: 're-credit granted',
    set: {
      studentId: student._id,
      universityId: person.student.universityId,
      target: credit.target,
      academicCredits: credit.entitlement.academicCredits,
      state: 'available',
      createdAt: ctx.clock.now(),
      requestedAt: null,
      reason: null,
      decidedBy: null,
      decidedAt: null,
    },
    events: [recreditGranted({ student: student._id, credit: credit.id })],
    result: credit.id,
    details: transition('recredit', credit.id, null, 'available'),
  });
}

/** The student asks the university to re-credit. */
export function requestRecredit(
  ctx: EngineContext,
  command: Command,
  creditId: string,
): Promise<Result<string>> {
  return change(ctx, recredits, creditId, command, async (recredit) => {
    if (command.actor.id !== recredit.studentId) return refused('common.not-allowed');
    const unconsented = await refuseUnconsented(ctx, recredit.studentId);
    if (unconsented) return unconsented;
    if (!mayTransition.recredit(recredit.state, 'requested')) return refused('credit.recredit-requested');
    return ok({
      action: 're-credit requested',
      set: { state: 'requested', requestedAt: ctx.clock.now(), reason: null },
      events: [recreditRequested(ofRecredit(recredit))],
      result: creditId,
      details: transition('recredit', creditId, recredit.state, 'requested'),
    });
  });
}

export type RecreditDecision =
  | { readonly creditId: string; readonly confirm: true }
  | { readonly creditId: string; readonly confirm: false; readonly reason: string };

/** The registrar confirms or refuses. */
export function decideRecredit(
  ctx: EngineContext,
  command: Command,
  decision: RecreditDecision,
): Promise<Result<string>> {
  const state = decision.confirm ? 'confirmed' : 'refused';
  return change(ctx, recredits, decision.creditId, command, (recredit) => {
    const { actor } = command;
    const mayDecide =
      holds(actor, 'registrar', `university:${recredit.universityId}`) && actor.id !== recredit.studentId;
    if (!mayDecide) return refused('common.not-allowed');
    if (!mayTransition.recredit(recredit.state, state)) {
      return refused('common.already-decided', {
        by: recredit.decidedBy,
        at: recredit.decidedAt?.toISOString() ?? null,
      });
    }
    const unseen = refuseUnseen(command, ownVersion(recredit));
    if (unseen) return unseen;
    return ok({
      action: `re-credit ${state}`,
      set: {
        state,
        reason: decision.confirm ? null : decision.reason,
        decidedBy: actor.id,
        decidedAt: ctx.clock.now(),
      },
      events: [(decision.confirm ? recreditConfirmed : recreditRefused)(ofRecredit(recredit))],
      result: decision.creditId,
      details: transition('recredit', decision.creditId, recredit.state, state),
    });
  });
}

const ofRecredit = (recredit: Recredit) => ({ student: recredit.studentId, credit: recredit._id });
