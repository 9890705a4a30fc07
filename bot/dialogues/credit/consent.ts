// The consent of a registered student: withdrawn after hearing what ends with it, given anew by the same text as before.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import { isMinor } from '../../../engine/people/age.ts';
import { liveConsent, withdrawConsent as withdraw } from '../../../engine/people/consents.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { CONSENT_PURPOSE, giveConsent as give } from '../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue, type EffectStep } from '../../dialogue/step.ts';
import { call, goButton, say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { deciding } from '../../dialogue/steps/deciding.ts';
import { menuButton } from '../shared/endings.ts';
import { ending, type StudentTalk, studentsOnly } from './student.ts';

/** The answers to the consent text, here and in registration. */
export const consentOptions: readonly Option[] = [
  { value: 'yes', label: text('credit:register.agree') },
  { value: 'no', label: text('credit:register.decline') },
];

const giveButton = () => goButton('credit:button.give-consent', 'credit.consent');

async function hasConsent({ env, address, now }: StudentTalk): Promise<boolean> {
  const person = await personOfChat(env, chatKey(address));
  return liveConsent(person, CONSENT_PURPOSE, now) !== null;
}

/** For a minor without a guardian's live consent: nothing goes on before it. */
export const guardedOnly: EffectStep<EngineContext> = say('guarded-only', async (talk) =>
  (await waitsForGuardian(talk))
    ? ending('guardian:needed', undefined, ...waiting())
    : { texts: [], next: 'on' },
);

export async function waitsForGuardian(talk: StudentTalk): Promise<boolean> {
  const person = await personOfChat(talk.env, chatKey(talk.address));
  return person !== null && isMinor(person, talk.now) && !(await hasConsent(talk));
}

const waiting = () => [goButton('guardian:button.invite', 'guardian.invite'), menuButton()];

/** For dialogues that begin something: leads those whose consent is over to giving it. Stands after `studentsOnly`. */
export const consentingOnly: EffectStep<EngineContext> = say('consenting-only', async (talk) => {
  if (await hasConsent(talk)) return { texts: [], next: 'on' };
  if (await waitsForGuardian(talk)) return ending('guardian:needed', undefined, ...waiting());
  return ending('credit:reason.no-consent', undefined, giveButton(), menuButton());
});

export const withdrawConsent: Dialogue<EngineContext> = dialogue('credit.withdraw-consent', { version: 1 }, [
  studentsOnly,
  say('is-live', async (talk) =>
    (await hasConsent(talk))
      ? { texts: [], next: 'on' }
      : ending('common:reason.no-live-consent', undefined, giveButton(), menuButton()),
  ),
  confirm('sure', 'credit:consent.withdraw', undefined, { button: 'credit:button.withdraw-consent' }),
  call(
    'withdraw',
    (talk: StudentTalk) =>
      withdraw(talk.env, talk.command('withdraw'), { person: talk.actor.id, purpose: CONSENT_PURPOSE }),
    { ok: () => ending('credit:consent.withdrawn', undefined, giveButton(), menuButton()) },
  ),
]);

export const consent: Dialogue<EngineContext> = dialogue('credit.consent', { version: 1 }, [
  studentsOnly,
  say('is-over', async (talk) =>
    (await hasConsent(talk))
      ? ending('credit:consent.is-live', undefined, menuButton())
      : { texts: [], next: 'on' },
  ),
  deciding(choose('consent', consentOptions, 'credit:register.consent')),
  say('declined', () => ending('credit:consent.declined', undefined, giveButton(), menuButton()), {
    when: (draft) => draft.consent === 'no',
  }),
  call('give', (talk: StudentTalk) => give(talk.env, talk.command('give')), {
    ok: async (_id, talk) =>
      (await waitsForGuardian(talk))
        ? ending('guardian:needed', undefined, ...waiting())
        : ending(
            'credit:consent.given',
            undefined,
            goButton('credit:button.find', 'credit.find'),
            menuButton(),
          ),
  }),
]);
