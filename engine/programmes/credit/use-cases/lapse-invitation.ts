// An invitation that was not answered in time lapses and frees its place. Called when its due date comes.
import { systemActor } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { interviewCase, interviewSettled } from '../cases.ts';
import { endInterview } from './cancel-interview.ts';

/** @returns the interview's id; a refusal when it was answered in time */
export async function lapseInvitation(ctx: EngineContext, interviewId: string): Promise<Result<string>> {
  const { student, interview } = await interviewCase(ctx, interviewId);
  // Taken back and made again since: the later one has a date of its own.
  if (interview.answerBy && interview.answerBy >= ctx.clock.now()) return interviewSettled(interview);
  const command = { id: `lapse/${interviewId}`, actor: systemActor };
  return endInterview(ctx, command, student._id, interviewId, 'lapsed', null);
}
