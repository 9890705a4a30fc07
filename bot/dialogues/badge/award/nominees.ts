// Nominations for the operator and the commission: the list, and each on its card with what can be done about it now.
import { naming } from '../../../../engine/kernel/about.ts';
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import {
  caseSeen,
  currentCommission,
  isMember,
  nomineeCard,
  openNominees,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import { type AwardTalk, button, ending, nomineeText } from './award-talk.ts';

/** More would not fit one message. */
const MOST = 20;

export const nominees: Dialogue<EngineContext> = dialogue('badge.nominees', { version: 1 }, [
  say('show', async ({ env, actor }): Promise<Outcome> => {
    const all = await openNominees(env, actor);
    if (all.length === 0) return ending('nominees.none');
    const rows = all.slice(0, MOST).map((each): Button[] => {
      const { label } = { label: nomineeText('nominees.option', each) };
      return [{ label, action: { go: 'badge.nominee', argument: each.id } }];
    });
    const said = text('badge-award:nominees.title', { count: all.length });
    return { texts: [said], buttons: [...rows, [menuButton()]], next: 'end' };
  }),
]);

export const nominee: Dialogue<EngineContext> = dialogue('badge.nominee', { version: 1 }, [
  say('show', async (talk): Promise<Outcome> => {
    const buttons = await buttonsOf(talk);
    const list = goButton('badge-award:button.nominees', 'badge.nominees');
    return {
      texts: await cardOf(talk),
      buttons: [...buttons, list, menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

type Card = Awaited<ReturnType<typeof nomineeCard>>;

async function cardOf(talk: AwardTalk): Promise<readonly Text[]> {
  const card = await nomineeCard(talk.env, talk.actor, talk.argument);
  const { award, name, centre, assessments } = card;
  const head = text('badge-award:card.head', { name, centre, level: award.level, grounds: award.grounds });
  const lines = assessments.map(({ direction, assessment }) =>
    text('badge-award:card.assessment', { direction, assessment }),
  );
  return [naming(head, award.person), ...lines, stateText(talk, card)];
}

function stateText({ now }: AwardTalk, { award }: Card): Text {
  const { state, interview } = award;
  const at = interview ? seenOn(now, interview.at.toISOString()) : '';
  return text(`badge-award:state.${state}`, { at, link: interview?.link ?? '' });
}

/** What the viewer may do about it now. */
async function buttonsOf({ env, actor, argument, now }: AwardTalk): Promise<readonly Button[]> {
  const { award } = await nomineeCard(env, actor, argument);
  const { state, interview } = award;
  const commission = await currentCommission(env);
  const isSecretary = commission?.secretaries.includes(actor.id) ?? false;
  const member = isMember(actor, commission) && actor.id !== award.person;
  const canSet = isSecretary && (state === 'nominated' || state === 'interview-set');
  const canHold = member && state === 'interview-set' && interview !== null && interview.at <= now;
  const seen = member ? await caseSeen(env, actor, argument) : null;
  const canAssess =
    seen?.state === 'open' && seen.own === null && !seen.recused.some(({ person }) => person === actor.id);
  return [
    ...(canSet
      ? [button(interview ? 'move-interview' : 'set-interview', 'badge.interview-set', argument)]
      : []),
    ...(canHold ? [button('interview-held', 'badge.interview-held', argument)] : []),
    ...(canAssess
      ? [button('assess', 'badge.assess', argument), button('recuse', 'badge.recuse', argument)]
      : []),
  ];
}
