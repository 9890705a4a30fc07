// Erasure of everything about the person who asks: /delete, at both desks. What goes and what the law keeps is said first,
// it is confirmed twice, and nothing has happened before the second time.

import { chatKey } from '../../../engine/kernel/chat.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { askErasure, erasureWaitsFor } from '../../../engine/programmes/erasure.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { call, goButton, reasonTexts, say } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { menuButton } from './endings.ts';
import type { KnownPerson } from './my-data.ts';
import { withNotes } from './with-notes.ts';

/** What the erasure ends for a person, beyond what goes of everybody. */
export type Losses = (talk: Talk<EngineContext>, person: KnownPerson) => Promise<readonly Text[]>;

export const erase = (losses: Losses): Dialogue<EngineContext> =>
  dialogue('shared.delete', { version: 1, cancelled: 'common:erase.cancelled' }, [
    say('may', mayBegin),
    withNotes(
      confirm('sure', 'common:erase.explain', undefined, { button: 'common:button.delete-data' }),
      async (talk) => {
        const person = await personOfChat(talk.env, chatKey(talk.address));
        return person ? losses(talk, person) : [];
      },
    ),
    confirm('really', 'common:erase.really', undefined, { button: 'common:button.delete-for-good' }),
    call('erase', (talk) => askErasure(talk.env, talk.command('erase'), talk.actor.id), {
      ok: () => ({ texts: [text('common:erase.asked')], buttons: [], next: 'end' }),
      refused: (reasons) => ending(...reasonTexts(reasons)),
    }),
  ]);

async function mayBegin(talk: Talk<EngineContext>): Promise<Outcome> {
  const person = await personOfChat(talk.env, chatKey(talk.address));
  if (!person) return ending(text('common:my-data.nothing'));
  if (person.erasure) return ending(text('common:reason.being-erased'));
  const reasons = await erasureWaitsFor(talk.env, person._id);
  return reasons.length > 0 ? ending(...reasonTexts(reasons)) : { texts: [], next: 'on' };
}

const ending = (...texts: Outcome['texts']): Outcome => ({
  texts,
  buttons: [[goButton('common:button.my-data', 'shared.my-data')], [menuButton()]],
  next: 'end',
});
