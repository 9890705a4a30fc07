// How satisfied those who answered are: so many of the scale's upper end, of all who answered. Nothing below the survey's minimum.
import type { Actor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { surveyOf } from '../../../surveys/answer.ts';
import type { Counted } from '../../../surveys/results.ts';
import { resultsOf } from '../../../surveys/results.ts';
import type { EngineContext } from '../../context.ts';
import { seenProject } from '../project/cases.ts';
import { SATISFACTION } from './asked.ts';
import { questionnairesIn } from './open.ts';
import type { Questionnaire } from './store.ts';

export interface Satisfaction {
  readonly satisfied: number;
  readonly answered: number;
  /** Whole percent, rounded down. */
  readonly percent: number;
}

/** Figures of a survey as far as they may be shown. */
export function satisfactionIn(ctx: EngineContext, figures: Counted | null): Satisfaction | null {
  const asked = figures?.questions.find(({ id }) => id === SATISFACTION);
  if (!asked || asked.answered === 0) return null;
  const least = ctx.rules.number('grant', 'satisfiedFrom', localDate(ctx.clock.now()));
  const satisfied = asked.options
    .filter(({ id }) => Number(id) >= least)
    .reduce((sum, { count }) => sum + count, 0);
  const { answered } = asked;
  return { satisfied, answered, percent: Math.floor((100 * satisfied) / answered) };
}

export interface QuestionnaireStanding {
  readonly questionnaire: Questionnaire;
  /** Answers so far. */
  readonly total: number;
  readonly minimum: number;
  /** Null while fewer than the minimum have answered. */
  readonly satisfaction: Satisfaction | null;
}

export async function standingOfQuestionnaire(
  ctx: EngineContext,
  questionnaire: Questionnaire,
): Promise<QuestionnaireStanding> {
  const survey = await surveyOf(ctx, questionnaire._id);
  if (!survey) return { questionnaire, total: 0, minimum: 0, satisfaction: null };
  const { total, figures } = await resultsOf(ctx, survey);
  return { questionnaire, total, minimum: survey.minimum, satisfaction: satisfactionIn(ctx, figures) };
}

/** @throws AppError `not-found` for whoever must not see the project */
export async function questionnairesSeenBy(
  ctx: EngineContext,
  actor: Actor,
  project: string,
): Promise<readonly QuestionnaireStanding[]> {
  await seenProject(ctx, actor, project);
  const all = await questionnairesIn(ctx, project);
  return Promise.all(all.map((each) => standingOfQuestionnaire(ctx, each)));
}
