// A survey as the team and the grantor see it: its link, how many answered, and how satisfied they are. Nobody sees an answer's author.
import type { Button, Text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  closeQuestionnaire,
  contactsAskedIn,
  contactsOn,
  eventCodePage,
  eventLink,
  isTeam,
  type Plan,
  type QuestionnaireStanding,
  seenQuestionnaire,
  sendContacts,
  standingOfQuestionnaire,
} from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import type { GrantTalk } from '../grant-talk.ts';
import {
  ended,
  eventButton,
  eventsButton,
  placeParams,
  planBehind,
  refusedWith,
  said,
} from './events-talk.ts';

const surveyButton = (id: string): Button => eventButton('survey', 'grant.survey-page', id);

async function standing(talk: GrantTalk): Promise<QuestionnaireStanding> {
  return standingOfQuestionnaire(talk.env, await seenQuestionnaire(talk.env, talk.actor, talk.argument));
}

export const surveyPage: Dialogue<EngineContext> = dialogue('grant.survey-page', { version: 1 }, [
  say('show', async (talk) => {
    const found = await standing(talk);
    const { questionnaire } = found;
    const plan = await planBehind(talk, questionnaire);
    const { length: contacts } = await contactsOn(talk.env, questionnaire.contactList);
    const title = said('survey.title', {
      ...placeParams(plan, questionnaire.activity),
      population: `grant-events:population.${questionnaire.population}`,
    });
    return ended(
      [title, ...figureTexts(talk, found), said('survey.contacts', { count: contacts })],
      ...buttonsFor(talk, found, plan, contacts),
      eventsButton(questionnaire.project),
    );
  }),
]);

function figureTexts({ env }: GrantTalk, found: QuestionnaireStanding): readonly Text[] {
  const { questionnaire, total, minimum, satisfaction } = found;
  return [
    said('survey.total', { count: total }),
    satisfaction ? said('survey.satisfaction', { ...satisfaction }) : said('survey.too-few', { minimum }),
    questionnaire.state === 'open'
      ? said('survey.share', { link: eventLink(env, 'survey', questionnaire._id) })
      : said('survey.closed'),
  ];
}

function buttonsFor(
  { env, actor }: GrantTalk,
  { questionnaire: { _id, project, activity, state } }: QuestionnaireStanding,
  plan: Plan,
  contacts: number,
): readonly Button[] {
  if (!isTeam(actor, project, 'grant-lead', 'grant-manager')) return [];
  const when = (condition: boolean, ...buttons: readonly Button[]) => (condition ? buttons : []);
  return [
    ...when(state === 'open', {
      label: said('button.code'),
      action: { url: eventCodePage(env, 'survey', _id) },
    }),
    ...when(state === 'open', eventButton('close-survey', 'grant.survey-close', _id)),
    ...when(
      contacts > 0 && contactsAskedIn(plan, activity) !== null,
      eventButton('send-contacts', 'grant.contacts-send', _id),
    ),
  ];
}

export const closeSurvey: Dialogue<EngineContext> = dialogue('grant.survey-close', { version: 1 }, [
  confirm(
    'sure',
    'grant-events:survey.sure',
    async (talk: GrantTalk) => ({ count: (await standing(talk)).total }),
    { button: 'grant-events:button.close-survey' },
  ),
  call('close', (talk: GrantTalk) => closeQuestionnaire(talk.env, talk.command('close'), talk.argument), {
    ok: (id) => ended([said('survey.done')], surveyButton(id)),
    refused: (reasons, { argument }) => refusedWith(surveyButton(argument))(reasons),
  }),
]);

export const sendContactList: Dialogue<EngineContext> = dialogue(
  'grant.contacts-send',
  { version: 1, decides: true },
  [
    call('send', (talk: GrantTalk) => sendContacts(talk.env, talk.command('send'), talk.argument), {
      ok: (_id, { argument }) => ended([said('contacts.sent')], surveyButton(argument)),
      refused: (reasons, { argument }) => refusedWith(surveyButton(argument))(reasons),
    }),
  ],
);
