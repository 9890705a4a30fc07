// The anonymous questionnaire about a mentor: one survey a mentor, open for good, answered once by each participant of theirs.
import { systemActor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { draftSurvey, openSurvey, surveyIdOf } from '../../../surveys/lifecycle.ts';
import type { Question } from '../../../surveys/question.ts';
import { type Survey, surveys } from '../../../surveys/store.ts';
import type { EngineContext } from '../../context.ts';
import asked from './questions.json' with { type: 'json' };

const LEAST = 1;
const MOST = 5;

const questions: readonly Question[] = asked.questions.map(({ id, ...words }) => ({
  ...{ id, kind: 'scale', text: words, optional: false, options: [] },
  ...{ from: LEAST, to: MOST },
}));

/** Keyed: whoever knows the mentor's id cannot tell the survey's. */
export const mentorSurveyId = ({ sealer }: Pick<EngineContext, 'sealer'>, mentor: string): string =>
  surveyIdOf(sealer.hash(`questionnaire about ${mentor}`));

export const mentorSurvey = (ctx: EngineContext, mentor: string): Promise<Survey | null> =>
  surveys.on(ctx.db).findById(mentorSurveyId(ctx, mentor)).lean() as Promise<Survey | null>;

/** Idempotent. */
export async function openMentorSurvey(ctx: EngineContext, mentor: string): Promise<Survey> {
  const known = await mentorSurvey(ctx, mentor);
  if (known?.state === 'published') return known;
  const id = mentorSurveyId(ctx, mentor);
  const by = (what: string) => ({ id: `questionnaire/${id}/${what}`, actor: systemActor });
  const minimum = ctx.rules.number('badge', 'mentorSurveyLeastAnswers', localDate(ctx.clock.now()));
  await draftSurvey(ctx, by('draft'), id, {
    ...{ title: asked.title, intro: asked.intro, questions: [...questions] },
    ...{ anonymous: true, byTicket: true, byRegion: false, minimum },
  });
  await openSurvey(ctx, by('open'), id);
  const opened = await mentorSurvey(ctx, mentor);
  if (!opened) throw new RangeError(`questionnaire ${id} was not drafted`);
  return opened;
}
