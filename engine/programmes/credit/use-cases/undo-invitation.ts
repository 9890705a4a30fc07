// Whoever has just invited a student takes it back, unless the student has answered: the interview waits for its result again, and
// the event frees the place.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { interviewCase, interviewIn, withInterview } from '../cases.ts';
import { invitationUndone } from '../events.ts';
import { interviewVersion } from '../reviews/versions.ts';
import { refuseCoordinator } from '../rights.ts';
import { students } from '../store.ts';
import { transition } from '../transitions.ts';

/** @returns the interview's id */
export async function undoInvitation(
  ctx: EngineContext,
  command: Command,
  interviewId: string,
): Promise<Result<string>> {
  const { student, interview } = await interviewCase(ctx, interviewId);
  const refusal = refuseCoordinator(command.actor, interview.organisationId, student._id);
  if (refusal) return refusal;
  return change(ctx, students, student._id, command, (current) => {
    const now = interviewIn(current, interviewId);
    if (now.state === 'booked') return refused('reviews.nothing-to-undo');
    if (now.state !== 'invited') return refused('reviews.undo-overtaken');
    const unseen = refuseUnseen(command, interviewVersion(now));
    if (unseen) return unseen;
    // The attempt's name stays: whoever repeats its command is answered as before.
    const waiting = { state: 'booked' as const, decidedBy: null, decidedAt: null, answerBy: null };
    return ok({
      action: 'invitation undone',
      set: { interviews: withInterview(current, interviewId, waiting) },
      events: [
        invitationUndone({ student: student._id, interview: interviewId, holder: now.placeHolder ?? '' }),
      ],
      result: interviewId,
      details: transition('interview', interviewId, now.state, 'booked'),
    });
  });
}
