// Another account asks to be joined with this person's: the two answers of the card, at both desks. Each is an errand
// that turns the card into the settled one; a stale tap says how it was settled.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { answerJoin, joinOf } from '../../../engine/people/join-answering.ts';
import { joinCard } from '../../../engine/people/join-notices.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { call, reasonTexts } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';

const answering = (id: string, accept: boolean): Dialogue<EngineContext> =>
  dialogue(id, { version: 1, decides: true }, [
    call('answer', (talk) => answerJoin(talk.env, talk.command('answer'), { join: talk.argument, accept }), {
      ok: (_, talk) => card(talk),
      refused: async (reasons, talk) => {
        const texts = reasonTexts(reasons);
        if (reasons.some(({ code }) => code !== 'common.already-decided')) return { texts, next: 'end' };
        const settled = await card(talk);
        return { ...settled, texts: [...texts, ...settled.texts] };
      },
    }),
  ]);

async function card(talk: Talk<EngineContext>): Promise<Outcome> {
  const join = joinOf(await personOfChat(talk.env, chatKey(talk.address)), talk.argument);
  const message = join ? joinCard(join) : { texts: reasonTexts([{ code: 'common.join-over' }]) };
  return { ...message, next: 'end', inPlace: true };
}

export const join = answering('shared.join', true);
export const refuseJoin = answering('shared.join-refuse', false);
