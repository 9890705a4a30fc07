// The team opens a list of attendance: for which activity, and on which day.
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { activitiesOf, named, openGathering, planOf } from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { askAgain, call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { planDay } from '../fields/plan-day.ts';
import { argumentOf, type GrantTalk, projectIn, teamOnly } from '../grant-talk.ts';
import { ended, eventButton, said } from './events-talk.ts';

async function activities(talk: GrantTalk): Promise<readonly Option[]> {
  return activitiesOf(planOf(await projectIn(talk))).map(({ id, title }) => ({
    value: id,
    label: said('option.activity', { id, ...named('name', title) }),
  }));
}

/** Any day of the plan, with today and tomorrow as buttons. */
const heldOn = { ...planDay, offers: civilDate('future').offers ?? (() => []) };

export const openList: Dialogue<EngineContext> = dialogue('grant.list-open', { version: 1 }, [
  teamOnly('grant.list-open', 'grant-lead', 'grant-manager'),
  choose('activity', activities, 'grant-events:list.which-activity'),
  ask('date', heldOn, 'grant-events:list.which-day'),
  call(
    'open',
    (talk: GrantTalk) =>
      openGathering(talk.env, talk.command('open'), {
        project: argumentOf(talk).project,
        activity: answer(talk.draft, 'activity'),
        date: answer(talk.draft, 'date'),
      }),
    {
      ok: (id) => ended([said('list.opened')], eventButton('list', 'grant.list', id)),
      refused: (reasons) =>
        reasons[0]?.code === 'grant-events.outside-term'
          ? askAgain('date')(reasons)
          : { ...askAgain('activity')(reasons), next: 'end' },
    },
  ),
]);
