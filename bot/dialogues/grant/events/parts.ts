// What the events of projects bring to the participant desk: scripts of the team and of participants, links, and a row of the menu.
import type { Button } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { eventInLink, owedReports } from '../../../../engine/programmes/grant/programme.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import type { OpenLink } from '../../shared/open-link.ts';
import type { GrantTalk } from '../grant-talk.ts';
import { answerSurvey, leaveContact } from './answer-survey.ts';
import { attend } from './attend.ts';
import { events } from './events.ts';
import { eventButton, placeParams } from './events-talk.ts';
import { list } from './list.ts';
import { certify, outsideLink, removeFromList, sendList } from './list-changes.ts';
import { openList } from './list-open.ts';
import { withdrawContacts } from './my-contacts.ts';
import { ownReport } from './own-report.ts';
import { openSurvey } from './survey-open.ts';
import { closeSurvey, sendContactList, surveyPage } from './survey-page.ts';

export const eventDialogues: readonly Dialogue<EngineContext>[] = [
  ...[events, openList, list, outsideLink, removeFromList, sendList, certify],
  ...[openSurvey, surveyPage, closeSurvey, sendContactList],
  ...[attend, answerSurvey, leaveContact, withdrawContacts, ownReport],
];

const OPENS = { list: 'grant.attend', survey: 'grant.survey' } as const;

export const openEventLink: OpenLink = async ({ argument }) => {
  const found = eventInLink(argument);
  return found && { texts: [], next: { go: OPENS[found.kind], argument: found.id } };
};

/** A button for each trip whose report the person still owes. */
export async function reportRows({ env, actor }: GrantTalk): Promise<readonly (readonly Button[])[]> {
  const owed = await owedReports(env, actor.id);
  return owed.map(({ project, activity, plan }) => [
    eventButton('own-report-of', 'grant.own-report', `${project} ${activity}`, placeParams(plan, activity)),
  ]);
}
