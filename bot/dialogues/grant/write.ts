// The lead writes the draft of the plan step by step: what there is, what is lacking, and a button for each part.
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { draftFindings, planCounts, versionSent } from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import { menuButton } from '../shared/endings.ts';
import { argumentOf, button, projectButton, projectIn, teamOnly } from './grant-talk.ts';

/** More would not fit one message. */
const SHOWN = 8;

export const write: Dialogue<EngineContext> = dialogue('grant.write', { version: 1 }, [
  teamOnly('grant.write', 'grant-lead'),
  say('show', async (talk) => {
    const project = await projectIn(talk);
    const { project: id } = argumentOf(talk);
    const findings = draftFindings(project);
    const shown = findings.slice(0, SHOWN);
    const more = findings.length - shown.length;
    const parts = [
      button('import', 'grant.import', id),
      button('add-task', 'grant.add-task', id),
      ...(project.draft.tasks.length > 0 ? [button('add-activity', 'grant.add-activity', id)] : []),
      ...(project.draft.tasks.some(({ activities }) => activities.length > 0)
        ? [button('add-indicator', 'grant.add-indicator', id)]
        : []),
      button('impact-plan', 'grant.impact-plan', id),
      button('team', 'grant.team', id),
      ...(findings.every(({ level }) => level === 'warning')
        ? [button('send-plan', 'grant.send-plan', id)]
        : []),
    ];
    return {
      texts: [
        text('grant:write.counts', planCounts(project.draft)),
        ...(versionSent(project) ? [text('grant:write.sent-already')] : []),
        ...shown.map(({ code, params }) => text(`grant:finding.${code}`, params)),
        ...(more > 0 ? [text('grant:write.more', { count: more })] : []),
      ],
      buttons: [...parts, projectButton(id), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);
