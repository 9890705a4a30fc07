// The mentor confirms a whole direction: a short assessment of the work, and a recommendation.
import { text } from '../../../../engine/kernel/message.ts';
import { refused } from '../../../../engine/kernel/result.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import {
  actsFor,
  confirmDirection,
  directions,
  takeConfirmationBack,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { menuButton } from '../../shared/endings.ts';
import type { BadgeTalk } from '../talk.ts';
import { button } from './buttons.ts';
import { idIn, moreIn, notAllowed, participationSeen } from './seen.ts';

const directionIn = (talk: BadgeTalk) => directions.find((each) => each === moreIn(talk));

const who = async (talk: BadgeTalk) => {
  const participation = await participationSeen(talk);
  const name = participation ? await nameOf(talk.env, participation.person) : '—';
  return { name, direction: directionIn(talk) ?? 'sport', words: answer(talk.draft, 'assessment') };
};

export const confirmDialogue: Dialogue<EngineContext> = dialogue('badge.confirm', { version: 1 }, [
  say('check', async (talk: BadgeTalk) => {
    const participation = await participationSeen(talk);
    const acts = participation && (await actsFor(talk.env, talk.actor, participation));
    return acts && directionIn(talk) ? { texts: [], next: 'on' } : notAllowed();
  }),
  ask('assessment', freeText({ least: 20, most: 1500 }), 'badge-mentor:confirm.assessment', { params: who }),
  confirm('sure', 'badge-mentor:confirm.sure', who, { button: 'badge-mentor:button.confirm-it' }),
  call('confirm', confirmed, {
    ok: (_, talk: BadgeTalk) => ({
      texts: [text('badge-mentor:confirm.done')],
      buttons: [
        [button('take-back', 'badge.unconfirm', talk.argument)],
        [button('journal', 'badge.journal-of', idIn(talk))],
        [menuButton()],
      ],
      next: 'end',
    }),
  }),
]);

async function confirmed(talk: BadgeTalk) {
  const direction = directionIn(talk);
  if (!direction) return refused('common.not-allowed');
  const assessment = answer(talk.draft, 'assessment');
  return confirmDirection(talk.env, talk.command('confirm'), idIn(talk), { direction, assessment });
}

export const unconfirmDialogue: Dialogue<EngineContext> = dialogue(
  'badge.unconfirm',
  { version: 1, decides: true },
  [
    call('take-back', takenBack, {
      ok: (_, talk: BadgeTalk) => ({
        texts: [text('badge-mentor:confirm.taken-back')],
        buttons: [[button('journal', 'badge.journal-of', idIn(talk))], [menuButton()]],
        next: 'end',
      }),
    }),
  ],
);

async function takenBack(talk: BadgeTalk) {
  const direction = directionIn(talk);
  if (!direction) return refused('common.not-allowed');
  return takeConfirmationBack(talk.env, talk.command('take-back'), idIn(talk), direction);
}
