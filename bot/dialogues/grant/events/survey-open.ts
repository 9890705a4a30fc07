// The team opens a survey of those whom the plan asks about.
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { openQuestionnaire, planOf, surveysAskedIn } from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { argumentOf, type GrantTalk, projectIn, teamOnly } from '../grant-talk.ts';
import { ended, eventButton, eventsButton, refusedWith, said } from './events-talk.ts';

const asked = async (talk: GrantTalk) => surveysAskedIn(planOf(await projectIn(talk)));

async function options(talk: GrantTalk): Promise<readonly Option[]> {
  return (await asked(talk)).map(({ activity, population }, at) => ({
    value: String(at),
    label: said('option.survey', { activity, population: `grant-events:population.${population}` }),
  }));
}

async function open(talk: GrantTalk) {
  const chosen = (await asked(talk))[Number(answer(talk.draft, 'whom'))];
  const { project } = argumentOf(talk);
  const wish = chosen ?? { activity: '', population: 'projectParticipants' as const };
  return openQuestionnaire(talk.env, talk.command('open'), { project, ...wish });
}

export const openSurvey: Dialogue<EngineContext> = dialogue('grant.survey-open', { version: 1 }, [
  teamOnly('grant.survey-open', 'grant-lead', 'grant-manager'),
  choose('whom', options, 'grant-events:survey.whom', { none: 'grant-events:survey.nobody-asked' }),
  call('open', open, {
    ok: (id) => ended([said('survey.opened')], eventButton('survey', 'grant.survey-page', id)),
    refused: (reasons, talk) => refusedWith(eventsButton(argumentOf(talk).project))(reasons),
  }),
]);
