// The page of a project: how it stands, and what the reader may do about it.
import { type Button, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  balanceOf,
  type ProjectStanding,
  standingOf,
  versionInForce,
  versionSent,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import { menuButton } from '../shared/endings.ts';
import { eventsButton } from './events/events-talk.ts';
import { argumentOf, button, type GrantTalk, hasTeamRole, projectIn } from './grant-talk.ts';
import { projectTexts } from './standing-text.ts';

export const project: Dialogue<EngineContext> = dialogue('grant.project', { version: 1 }, [
  say('show', async (talk) => {
    const standing = await standingOf(talk.env, await projectIn(talk));
    const money = standing.project.money;
    const balance = money ? [text('grant:money.balance', { ...balanceOf(money) })] : [];
    return {
      texts: [...projectTexts(standing), ...balance],
      buttons: [...buttonsFor(talk, standing), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

/** What makes sense now, by role. */
function buttonsFor(talk: GrantTalk, standing: ProjectStanding): readonly Button[] {
  const { project: id } = argumentOf(talk);
  const leads = hasTeamRole(talk, 'grant-lead');
  const inForce = versionInForce(standing.project) !== null;
  const to = (label: string, dialogueId: string) => button(label, dialogueId, id);
  const when = (condition: boolean, ...buttons: readonly Button[]) => (condition ? buttons : []);
  return [
    ...when(
      inForce && hasTeamRole(talk, 'grant-lead', 'grant-manager', 'grant-pr'),
      to('send-evidence', 'grant.send'),
    ),
    ...when(inForce && hasTeamRole(talk), to('own-evidence', 'grant.own-evidence')),
    ...when(standing.plan.tasks.length > 0, to('plan', 'grant.plan'), to('results', 'grant.results')),
    ...when(inForce, eventsButton(id)),
    to('impact', 'grant.impact'),
    ...when(hasTeamRole(talk, 'grant-lead', 'grant-manager'), to('trip', 'grant.trip')),
    ...when(hasTeamRole(talk, 'grant-lead', 'grant-accountant'), to('money', 'grant.money')),
    to('team', 'grant.team'),
    ...when(inForce, to('reports', 'grant.reports')),
    ...when(leads, to('write-plan', 'grant.write'), to('send-plan', 'grant.send-plan')),
    ...signing(talk, standing),
  ];
}

function signing(talk: GrantTalk, { project: found }: ProjectStanding): readonly Button[] {
  const sent = versionSent(found);
  const waits = sent?.signatures.every(({ as }) => as !== 'grant-president') ?? false;
  return sent && waits && hasTeamRole(talk, 'grant-president')
    ? [button('sign', 'grant.sign', `${found._id}-${sent.no}`)]
    : [];
}
