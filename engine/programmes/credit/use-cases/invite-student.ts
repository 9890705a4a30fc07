// After the interview the organisation invites the student: a place of the project is held until the answer.
// A saga: the interview is marked, a place is taken, the invitation stands or the interview is as it was.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { addDays, endOfDay, localDate } from '../../../kernel/calendar.ts';
import { newShortId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import { freeSeat, takeSeat } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { interviewCase, interviewIn, interviewSettled, placeSeat, withInterview } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { studentInvited } from '../events.ts';
import { interviewVersion } from '../reviews/versions.ts';
import { refuseCoordinator } from '../rights.ts';
import { mayTransition } from '../states.ts';
import { type CreditStudent, type Interview, students } from '../store.ts';
import { transition } from '../transitions.ts';

/** @returns the interview's id */
export async function inviteStudent(
  ctx: EngineContext,
  command: Command,
  interviewId: string,
): Promise<Result<string>> {
  const { student, interview } = await interviewCase(ctx, interviewId);
  const refusal = refuseCoordinator(command.actor, interview.organisationId, student._id);
  const blockedBy = refusal ?? (await refuseWithoutConsent(ctx, student._id));
  if (blockedBy) return blockedBy;
  const marked = await change(ctx, students, student._id, command, (current) => {
    const found = interviewIn(current, interviewId);
    if (!mayTransition.interview(found.state, 'inviting')) return interviewSettled(found);
    const unseen = refuseUnseen(command, interviewVersion(found));
    if (unseen) return unseen;
    const placeHolder = `${interviewId}.${newShortId()}`;
    const wish = {
      state: 'inviting' as const,
      decidedBy: command.actor.id,
      decidedAt: ctx.clock.now(),
      placeHolder,
    };
    const interviews = withInterview(current, interviewId, wish);
    const details = transition('interview', interviewId, found.state, 'inviting');
    return ok({ action: 'invitation wished', set: { interviews }, result: placeHolder, details });
  });
  return marked.ok ? finishInvitation(ctx, student._id, interviewId, marked.value) : marked;
}

/**
 * Takes the place and settles an attempt to invite either way. Safe to call for an interview in any state.
 * @param holder the attempt's name, under which it holds its place
 */
export async function finishInvitation(
  ctx: EngineContext,
  studentId: string,
  interviewId: string,
  holder: string,
): Promise<Result<string>> {
  const { student, interview } = await interviewCase(ctx, interviewId);
  if (interview.state !== 'inviting' || interview.placeHolder !== holder)
    return outcomeOf(student, interview, holder);
  const seat = placeSeat(interview.projectId);
  const taken = (await takeSeat(ctx, seat, holder)) === 'taken';
  const settled = await settle(ctx, studentId, interviewId, holder, taken);
  if (taken && !settled.ok) await freeSeat(ctx, seat, holder);
  if (!settled.ok) {
    // Someone else settled it meanwhile: theirs is the answer.
    const now = await interviewCase(ctx, interviewId);
    return outcomeOf(now.student, now.interview, holder);
  }
  return taken ? ok(interviewId) : noPlacesLeft;
}

const noPlacesLeft = refused('credit.no-places-left');

/** What became of a settled attempt: a repeat of its command answers as the first time did. */
function outcomeOf(student: CreditStudent, interview: Interview, holder: string): Result<string> {
  const was = (taken: boolean) => student.applied.some((each) => each.cmd === attemptOf(holder, taken).id);
  if (was(true)) return ok(interview.id);
  return was(false) ? noPlacesLeft : interviewSettled(interview);
}

function settle(
  ctx: EngineContext,
  studentId: string,
  interviewId: string,
  holder: string,
  taken: boolean,
): Promise<Result<string>> {
  const today = localDate(ctx.clock.now());
  const answerBy = endOfDay(addDays(today, ctx.rules.number('credit', 'invitationAnswerDays', today)));
  return change(ctx, students, studentId, attemptOf(holder, taken), (student) => {
    const interview = interviewIn(student, interviewId);
    if (interview.state !== 'inviting' || interview.placeHolder !== holder)
      return refused('credit.already-settled');
    const event = studentInvited({
      student: studentId,
      interview: interviewId,
      answerBy: answerBy.toISOString(),
    });
    return ok({
      action: taken ? 'student invited' : 'invitation without a place',
      set: {
        interviews: withInterview(
          student,
          interviewId,
          taken ? { state: 'invited', answerBy } : { state: 'booked' },
        ),
      },
      events: taken ? [event] : [],
      result: interviewId,
      details: transition('interview', interviewId, interview.state, taken ? 'invited' : 'booked'),
    });
  });
}

/** One attempt is settled once, by whoever is first. */
const attemptOf = (holder: string, taken: boolean): Command => ({
  id: `${taken ? 'invite' : 'no-place'}/${holder}`,
  actor: systemActor,
});
