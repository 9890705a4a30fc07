// The events of a project: its lists of attendance and its surveys, and a way to each and to new ones.
import type { Button } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  gatheringsIn,
  planOf,
  presentAt,
  questionnairesSeenBy,
  versionInForce,
} from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { type GrantTalk, hasTeamRole, projectButton, projectIn } from '../grant-talk.ts';
import { ended, eventButton, placeParams, said } from './events-talk.ts';

/** More would not fit one message: the newest. */
const SHOWN = 8;

export const events: Dialogue<EngineContext> = dialogue('grant.events', { version: 1 }, [
  say('show', async (talk) => {
    const project = await projectIn(talk);
    const [lists, surveys] = [await listRows(talk, project._id), await surveyRows(talk, project._id)];
    const nothing = lists.length + surveys.length === 0;
    const mayOpen = versionInForce(project) !== null && hasTeamRole(talk, 'grant-lead', 'grant-manager');
    const opening = mayOpen
      ? [
          eventButton('open-list', 'grant.list-open', project._id),
          eventButton('open-survey', 'grant.survey-open', project._id),
        ]
      : [];
    return ended(
      [said(nothing ? 'events.none' : 'events.title', placeParams(planOf(project), ''))],
      ...lists,
      ...surveys,
      ...opening,
      projectButton(project._id),
    );
  }),
]);

async function listRows({ env }: GrantTalk, project: string): Promise<readonly Button[]> {
  const newest = (await gatheringsIn(env, project)).slice(-SHOWN);
  return Promise.all(
    newest.map(async ({ _id, activity, date }) => {
      const { length: count } = await presentAt(env, _id);
      return eventButton('list-of', 'grant.list', _id, { activity, date, count });
    }),
  );
}

async function surveyRows({ env, actor }: GrantTalk, project: string): Promise<readonly Button[]> {
  const newest = (await questionnairesSeenBy(env, actor, project)).slice(-SHOWN);
  return newest.map(({ questionnaire: { _id, activity, population }, total }) =>
    eventButton('survey-of', 'grant.survey-page', _id, {
      ...{ activity, count: total, population: `grant-events:population.${population}` },
    }),
  );
}
