// The first words to a newcomer: the language, then what this desk is for. Each desk tells the latter itself.
import { isLanguage } from '../../../engine/kernel/languages.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import { choose } from '../../dialogue/steps/choose.ts';
import { answer, type Talk } from '../../dialogue/talk.ts';
import { languageOptions } from './language-choice.ts';

/** @param introduce what is said once the language is known, where no deep link leads on */
export const welcome = (
  introduce: (talk: Talk<EngineContext>) => Outcome | Promise<Outcome>,
): Dialogue<EngineContext> =>
  dialogue('shared.welcome', { version: 1, first: true }, [
    choose('language', languageOptions, 'common:welcome.greeting'),
    say('introduce', async (talk) => {
      const chosen = answer(talk.draft, 'language');
      const language = isLanguage(chosen) ? chosen : talk.language;
      if (talk.argument === '') return { ...(await introduce(talk)), language };
      return { texts: [], next: { go: 'shared.open-link', argument: talk.argument }, language };
    }),
  ]);
