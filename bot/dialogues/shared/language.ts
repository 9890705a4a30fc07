// Changes the language of a person everywhere: this chat, and every later message at every desk.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { isLanguage } from '../../../engine/kernel/languages.ts';
import { text } from '../../../engine/kernel/message.ts';
import { ok } from '../../../engine/kernel/result.ts';
import { setLanguage } from '../../../engine/people/language.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call } from '../../dialogue/steps/call.ts';
import { choose } from '../../dialogue/steps/choose.ts';
import { answer, type Talk } from '../../dialogue/talk.ts';
import { languageOptions } from './language-choice.ts';

export const language: Dialogue<EngineContext> = dialogue('shared.language', { version: 1 }, [
  choose('language', languageOptions, 'common:language.which'),
  call('keep', keepLanguage, {
    ok: (chosen) => ({ texts: [text('common:language.changed')], next: 'end', language: chosen }),
  }),
]);

async function keepLanguage(talk: Talk<EngineContext>) {
  const chosen = answer(talk.draft, 'language');
  const wanted = isLanguage(chosen) ? chosen : talk.language;
  const person = await personOfChat(talk.env, chatKey(talk.address));
  return person ? setLanguage(talk.env, talk.command('keep'), person._id, wanted) : ok(wanted);
}
