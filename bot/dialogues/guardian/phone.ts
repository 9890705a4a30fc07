// A legal representative proves by a code to their telephone that it is they who speak, and not the minor who passed the link on.
import { text } from '../../../engine/kernel/message.ts';
import { sendPhoneCode, takePhoneCode } from '../../../engine/people/phone-code.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { ask, type Field } from '../../dialogue/steps/ask.ts';
import { askAgain, call } from '../../dialogue/steps/call.ts';
import { answer, type Talk } from '../../dialogue/talk.ts';
import { phone } from '../fields/phone.ts';
import { menuButton } from '../shared/endings.ts';
import { knownOnly } from '../shared/known-only.ts';

type GuardianTalk = Talk<EngineContext>;

const sixDigits: Field<EngineContext> = {
  parse(typed) {
    const digits = typed.replace(/\D/gu, '');
    return digits.length === 6 ? { value: digits } : { problem: text('guardian:phone.six-digits') };
  },
};

export const guardianPhone: Dialogue<EngineContext> = dialogue('guardian.phone', { version: 1 }, [
  knownOnly,
  ask('phone', phone, 'guardian:phone.which'),
  call(
    'send',
    ({ env, actor, draft, language }: GuardianTalk) =>
      sendPhoneCode(env, { person: actor.id, phone: answer(draft, 'phone'), language }),
    { ok: () => ({ texts: [], next: 'on' }), refused: askAgain('phone') },
  ),
  ask('code', sixDigits, 'guardian:phone.code'),
  call(
    'take',
    ({ env, command, draft }: GuardianTalk) =>
      takePhoneCode(env, command('take'), { phone: answer(draft, 'phone'), code: answer(draft, 'code') }),
    {
      ok: () => ({
        texts: [text('guardian:phone.proven')],
        buttons: [[menuButton()]],
        next: 'end',
      }),
      refused: askAgain('code'),
    },
  ),
]);
