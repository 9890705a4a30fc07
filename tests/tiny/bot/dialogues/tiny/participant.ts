// What the tiny programme brings to the participant desk.

import { dialogue } from '../../../../../bot/dialogue/step.ts';
import { ask } from '../../../../../bot/dialogue/steps/ask.ts';
import { call, goButton } from '../../../../../bot/dialogue/steps/call.ts';
import { answer, type Talk } from '../../../../../bot/dialogue/talk.ts';
import type { DeskPart } from '../../../../../bot/dialogues/desk-part.ts';
import { freeText } from '../../../../../bot/dialogues/fields/free-text.ts';
import { registeredOnly } from '../../../../../bot/dialogues/shared/register.ts';
import { ownCertificate } from '../../../../../engine/documents/certificates/see.ts';
import { text } from '../../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../../engine/programmes/context.ts';
import { certificateOf, joinWalk, walkOf } from '../../../engine/programmes/tiny/programme.ts';

const join = dialogue<EngineContext>('tiny.join', { version: 1 }, [
  registeredOnly('tiny.join'),
  ask('wish', freeText({ least: 3, most: 200 }), 'tiny:join.which-wish'),
  call('join', (talk) => joinWalk(talk.env, talk.command('join'), answer(talk.draft, 'wish')), {
    ok: () => ({ texts: [text('tiny:join.done')], next: 'end' }),
  }),
]);

const joinRow = () => [goButton('tiny:button.join', 'tiny.join')];

const stateOf = async ({ env, actor }: Talk<EngineContext>) => (await walkOf(env, actor.id))?.state;

async function certificateRow({ env, actor }: Talk<EngineContext>) {
  const id = certificateOf(actor.id);
  const own = await ownCertificate(env, actor.id, id);
  return own ? [[goButton('documents:button.certificate', 'shared.certificate', id)]] : [];
}

export const part: DeskPart = {
  dialogues: [join],
  introduction: () => ({ texts: [text('tiny:welcome')], rows: [joinRow()] }),
  menu: async (talk) => {
    const state = await stateOf(talk);
    return state
      ? { taking: true, texts: [text(`tiny:state.${state}`)], rows: [] }
      : { taking: false, texts: [text('tiny:welcome')], rows: [joinRow()] };
  },
  status: async (talk) => {
    const state = await stateOf(talk);
    return state ? { texts: [text(`tiny:state.${state}`)], rows: await certificateRow(talk) } : null;
  },
  data: async (talk) => {
    const walk = await walkOf(talk.env, talk.actor.id);
    return { texts: walk ? [text('tiny:my-data', { wish: walk.wish })] : [], buttons: [] };
  },
};
