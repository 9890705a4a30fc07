// What was sent for a project and waits or came back: each with a way on.
import { seenOn } from '../../../engine/kernel/calendar.ts';
import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  type GrantEvidence,
  indicatorNamed,
  planOf,
  undoEvidence,
  unsettledIn,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call, say } from '../../dialogue/steps/call.ts';
import { menuButton } from '../shared/endings.ts';
import { argumentOf, button, ending, hasTeamRole, projectButton, projectIn } from './grant-talk.ts';

/** More would not fit one message. */
const SHOWN = 8;

export const ownEvidence: Dialogue<EngineContext> = dialogue('grant.own-evidence', { version: 1 }, [
  say('show', async (talk) => {
    const project = await projectIn(talk);
    const found = await unsettledIn(talk.env, project._id, SHOWN);
    const plan = planOf(project);
    const mayUndo = ({ state, sentBy }: GrantEvidence): boolean =>
      state === 'sent' && (sentBy === talk.actor.id || hasTeamRole(talk, 'grant-lead'));
    const line = (each: GrantEvidence): Text =>
      text(`grant:own.${each.state === 'returned' ? 'returned' : 'sent'}`, {
        ...indicatorNamed(plan, each.serves[0]?.indicator ?? ''),
        ...{ date: seenOn(talk.now, each.date), comment: each.decision?.comment ?? '' },
      });
    const wayOn = (each: GrantEvidence): readonly Button[] => {
      const indicator = each.serves[0]?.indicator ?? '';
      if (each.state === 'returned')
        return [button('send-again-for', 'grant.send', `${project._id} ${indicator}`, { indicator })];
      return mayUndo(each)
        ? [button('undo-evidence', 'grant.undo', `${project._id} ${each._id}`, { indicator })]
        : [];
    };
    return {
      texts: found.length > 0 ? found.map(line) : [text('grant:own.none')],
      buttons: [...found.flatMap(wayOn), projectButton(project._id), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

export const undo: Dialogue<EngineContext> = dialogue('grant.undo', { version: 1, decides: true }, [
  call('undo', (talk) => undoEvidence(talk.env, talk.command('undo'), argumentOf(talk).rest), {
    ok: (_id, talk) => ending('own.undone', undefined, projectButton(argumentOf(talk).project), menuButton()),
  }),
]);
