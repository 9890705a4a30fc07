// The team closes a survey: what it came to goes to the grantor as evidence, the percentage to each indicator that asks for it, and the
// answers without names as the export of the questionnaire. Both are sent by the events that follow, so that neither is lost.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import { surveyOf } from '../../../surveys/answer.ts';
import { countAnswers } from '../../../surveys/buckets.ts';
import { endSurvey } from '../../../surveys/lifecycle.ts';
import { resultsOf } from '../../../surveys/results.ts';
import type { EngineContext } from '../../context.ts';
import { questionnaireClosed } from '../events.ts';
import { refuseOthers } from '../rights.ts';
import { satisfactionIn } from './figures.ts';
import { questionnaireOf } from './open.ts';
import { grantQuestionnaires } from './store.ts';

/** By lead or manager. Refused below the minimum: nothing could be shown of so few. @returns the survey's id */
export async function closeQuestionnaire(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const { project, state } = await questionnaireOf(ctx, id);
  const refusal = refuseOthers(command.actor, project, 'grant-lead', 'grant-manager');
  if (refusal) return refusal;
  const survey = await surveyOf(ctx, id);
  if (!survey || state === 'closed') return refused('surveys.not-open');
  if ((await countAnswers(ctx, id)) < survey.minimum)
    return refused('surveys.too-few', { minimum: survey.minimum });
  // Refused where a try before this one has ended it and broke off.
  await endSurvey(ctx, { id: `grant survey/${id}/end`, actor: systemActor }, id);
  const ended = await surveyOf(ctx, id);
  const found = ended && satisfactionIn(ctx, (await resultsOf(ctx, ended)).figures);
  if (!found) return refused('surveys.too-few', { minimum: survey.minimum });
  const { satisfied, answered } = found;
  return change(ctx, grantQuestionnaires, id, command, (current) =>
    current.state === 'closed'
      ? refused('surveys.not-open')
      : ok({
          action: 'questionnaire closed',
          set: { state: 'closed' as const, closedAt: ctx.clock.now(), satisfied, answered },
          events: [questionnaireClosed({ project, questionnaire: id })],
          result: id,
          details: { satisfied, answered },
        }),
  );
}
