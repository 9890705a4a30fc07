// A person appeals against a decision about them, from the button on its notice: says why, and somebody else decides.
import { appealableDecision, openAppeal } from '../../../engine/appeals/open.ts';
import { text } from '../../../engine/kernel/message.ts';
import { refused } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { appealsOf } from '../../../engine/programmes/rooms.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call, reasonTexts, say } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { answer, type Talk } from '../../dialogue/talk.ts';
import { freeText } from '../fields/free-text.ts';
import { menuButton } from './endings.ts';

const WORDS = freeText({ least: 3, most: 1000 });

/** What `<kind>.<subject>` speaks of; null where that may not be appealed against. */
function appealed({ env, argument }: Talk<EngineContext>) {
  const [kind = '', subject = ''] = argument.split('.');
  const declared = appealsOf(env).get(kind);
  return declared && subject !== '' ? { declared, subject } : null;
}

const menu = [[menuButton()]];

export const appeal: Dialogue<EngineContext> = dialogue('shared.appeal', { version: 1 }, [
  say('check', async (talk): Promise<Outcome> => {
    const found = appealed(talk);
    const may = found
      ? await appealableDecision(talk.env, found.declared, found.subject, talk.actor.id)
      : refused('appeals.nothing');
    if (!may.ok) return { texts: reasonTexts(may.reasons), buttons: menu, next: 'end' };
    const line = found ? [await found.declared.line(talk.env, found.subject)] : [];
    return { texts: line, next: 'on' };
  }),
  ask('words', WORDS, 'appeals:ask'),
  confirm('sure', 'appeals:sure', (talk) => ({ words: answer(talk.draft, 'words') }), {
    button: 'appeals:button.send',
  }),
  call(
    'send',
    async (talk) => {
      const found = appealed(talk);
      if (!found) return refused('appeals.nothing');
      const { declared, subject } = found;
      return openAppeal(talk.env, declared, talk.command('send'), {
        subject,
        words: answer(talk.draft, 'words'),
      });
    },
    { ok: () => ({ texts: [text('appeals:sent')], buttons: menu, next: 'end' }) },
  ),
]);
