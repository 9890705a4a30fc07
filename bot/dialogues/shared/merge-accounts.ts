// Another account asks to be merged into this person's: the two answers of the card, at both desks. Each is an errand
// that turns the card into the settled one; a stale tap says how it was settled.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { answerMerge, mergeOf } from '../../../engine/people/merge-answer.ts';
import { mergeCard } from '../../../engine/people/merge-notices.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { call, reasonTexts } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';

const answering = (id: string, accept: boolean): Dialogue<EngineContext> =>
  dialogue(id, { version: 1, decides: true }, [
    call(
      'answer',
      (talk) => answerMerge(talk.env, talk.command('answer'), { merge: talk.argument, accept }),
      {
        ok: (_, talk) => card(talk),
        refused: async (reasons, talk) => {
          const texts = reasonTexts(reasons);
          if (reasons.some(({ code }) => code !== 'common.already-decided')) return { texts, next: 'end' };
          const settled = await card(talk);
          return { ...settled, texts: [...texts, ...settled.texts] };
        },
      },
    ),
  ]);

async function card(talk: Talk<EngineContext>): Promise<Outcome> {
  const merge = mergeOf(await personOfChat(talk.env, chatKey(talk.address)), talk.argument);
  const message = merge ? mergeCard(merge) : { texts: reasonTexts([{ code: 'common.merge-over' }]) };
  return { ...message, next: 'end', inPlace: true };
}

export const mergeAccounts = answering('shared.merge', true);
export const refuseMerge = answering('shared.merge-refuse', false);
