// A student gives up an interview, or the organisation says no after it. What it held is freed afterwards.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { interviewCase, interviewIn, interviewSettled, withInterview } from '../cases.ts';
import { interviewCancelled, interviewDeclined, interviewLapsed, interviewNotInvited } from '../events.ts';
import { interviewVersion } from '../reviews/versions.ts';
import { refuseCoordinator } from '../rights.ts';
import { mayTransition } from '../states.ts';
import { students } from '../store.ts';
import { transition } from '../transitions.ts';

/** The student cancels. @returns the interview's id */
export function cancelInterview(
  ctx: EngineContext,
  command: Command,
  interviewId: string,
): Promise<Result<string>> {
  return endInterview(ctx, command, command.actor.id, interviewId, 'cancelled', null);
}

/** The organisation does not invite the student after the interview. */
export async function declineStudent(
  ctx: EngineContext,
  command: Command,
  input: { readonly interviewId: string; readonly reason: string },
): Promise<Result<string>> {
  const { student, interview } = await interviewCase(ctx, input.interviewId);
  const refusal = refuseCoordinator(command.actor, interview.organisationId, student._id);
  if (refusal) return refusal;
  return endInterview(ctx, command, student._id, interview.id, 'not-invited', input.reason);
}

const endings = {
  cancelled: interviewCancelled,
  declined: interviewDeclined,
  lapsed: interviewLapsed,
  'not-invited': interviewNotInvited,
} as const;

/** Moves an interview to one of its ends; the event frees what it held. */
export function endInterview(
  ctx: EngineContext,
  command: Command,
  studentId: string,
  interviewId: string,
  to: keyof typeof endings,
  reason: string | null,
): Promise<Result<string>> {
  return change(ctx, students, studentId, command, (student) => {
    const interview = interviewIn(student, interviewId);
    if (!mayTransition.interview(interview.state, to)) {
      return interviewSettled(interview);
    }
    const unseen = refuseUnseen(command, interviewVersion(interview));
    if (unseen) return unseen;
    return ok({
      action: `interview ${to}`,
      set: {
        interviews: withInterview(student, interviewId, {
          state: to,
          reason,
          decidedBy: command.actor.id,
          decidedAt: ctx.clock.now(),
        }),
      },
      events: [endings[to]({ student: studentId, interview: interviewId })],
      result: interviewId,
      details: transition('interview', interviewId, interview.state, to),
    });
  });
}
