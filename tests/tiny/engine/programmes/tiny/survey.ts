// What walkers are asked afterwards, with their names: one survey for all walks, open for good.
import { systemActor } from '../../../../../engine/kernel/actor.ts';
import type { EngineContext } from '../../../../../engine/programmes/context.ts';
import { draftSurvey, openSurvey, surveyIdOf } from '../../../../../engine/surveys/lifecycle.ts';
import { LINK_MARK } from '../../../../../engine/surveys/respondent.ts';

export const walkSurvey = surveyIdOf('walks');

const mark = {
  ...{ id: 'mark', kind: 'scale' as const, optional: false, options: [], from: 1, to: 5 },
  text: { kk: 'Серуен қалай болды?', ru: 'Как прошла прогулка?', en: 'How was the walk?' },
};

/** Idempotent. @returns the address that opens it in the chat */
export async function openWalkSurvey(ctx: EngineContext): Promise<string> {
  const by = (what: string) => ({ id: `walks/survey/${what}`, actor: systemActor });
  await draftSurvey(ctx, by('draft'), walkSurvey, {
    title: { kk: 'Серуен туралы', ru: 'О прогулке', en: 'About the walk' },
    intro: { kk: 'Бір сұрақ.', ru: 'Один вопрос.', en: 'One question.' },
    ...{ questions: [mark], anonymous: false, byRegion: false, minimum: 1 },
  });
  await openSurvey(ctx, by('open'), walkSurvey);
  return ctx.links.start('participant', `${LINK_MARK}${walkSurvey}`);
}
