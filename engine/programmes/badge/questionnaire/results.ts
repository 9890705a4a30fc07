// What is seen of the questionnaire about a mentor: aggregates from five answers on, by the mentor, whoever supervises them,
// and the operator. Nobody sees an answer.
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { resultsOf } from '../../../surveys/results.ts';
import type { EngineContext } from '../../context.ts';
import { oversees } from '../supervision/reach.ts';
import { mentorSurvey } from './survey.ts';

export interface MentorRating {
  /** So many answers the figures are of: they move on in steps, so that no two readings differ by one answer. */
  readonly counted: number;
  /** Mean of each statement, 1 to 5. */
  readonly questions: readonly { readonly id: string; readonly mean: number }[];
}

/** Null while too few have answered. @throws AppError `not-found` for whoever has nothing to do with the mentor */
export async function ratingOf(
  ctx: EngineContext,
  actor: Actor,
  mentor: string,
): Promise<MentorRating | null> {
  if (actor.id !== mentor && !(await oversees(ctx, actor, mentor)))
    throw new AppError('not-found', `mentor ${mentor} does not exist`);
  const survey = await mentorSurvey(ctx, mentor);
  if (!survey) return null;
  const { figures } = await resultsOf(ctx, survey);
  if (!figures) return null;
  const questions = figures.questions.flatMap(({ id, mean }) => (mean === null ? [] : [{ id, mean }]));
  return { counted: figures.counted, questions };
}
