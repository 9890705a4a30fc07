// The consent to be processed for the contest: given on joining, withdrawn after hearing what ends with it. For a minor the
// legal representative's comes first.
import { text } from '../../../engine/kernel/message.ts';
import { isMinor } from '../../../engine/people/age.ts';
import { giveConsent, liveConsent, withdrawConsent as withdraw } from '../../../engine/people/consents.ts';
import { wishesOf } from '../../../engine/people/guardians.ts';
import { CONSENT_PURPOSE, consentTerms } from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Step } from '../../dialogue/step.ts';
import { call, goButton, say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { deciding } from '../../dialogue/steps/deciding.ts';
import { invitation } from '../guardian/invite.ts';
import { ending, menuButton } from '../shared/endings.ts';
import { type ContestTalk, onward, personIn } from './contest-talk.ts';

const options: readonly Option[] = [
  { value: 'yes', label: text('contest:consent.agree') },
  { value: 'no', label: text('contest:consent.decline') },
];

/** `live`: processing is allowed. `asked`: a minor has agreed and the representative has not yet. */
export async function consentState(talk: ContestTalk): Promise<'none' | 'asked' | 'live'> {
  const person = await personIn(talk);
  if (!person) return 'none';
  if (liveConsent(person, CONSENT_PURPOSE, talk.now)) return 'live';
  const isAsked = wishesOf(person, talk.now).some(({ purpose }) => purpose === CONSENT_PURPOSE);
  return isAsked && isMinor(person, talk.now) ? 'asked' : 'none';
}

/** Asks for the consent; without one, or before the legal representative's, nothing goes on. Skipped as the step `consent`. */
export const consentSteps: readonly Step<EngineContext>[] = [
  deciding(choose('consent', options, 'contest:consent.text')),
  say('declined', () => ending('contest:consent.declined', undefined, menuButton()), {
    when: (draft) => draft.consent === 'no',
  }),
  call(
    'consented',
    (talk: ContestTalk) =>
      giveConsent(talk.env, talk.command('consented'), {
        ...consentTerms(talk.now),
        ...{ person: talk.actor.id, givenBy: talk.actor.id },
      }),
    {
      when: (draft) => draft.consent === 'yes',
      ok: async (_id, talk) =>
        (await consentState(talk)) === 'live'
          ? onward
          : invitation(talk, 'contest:consent.guardian', talk.actor.id),
    },
  ),
];

export const withdrawConsent: Dialogue<EngineContext> = dialogue('contest.withdraw-consent', { version: 1 }, [
  say('is-live', async (talk) =>
    (await consentState(talk)) === 'none'
      ? ending('common:reason.no-live-consent', undefined, menuButton())
      : onward,
  ),
  confirm('sure', 'contest:consent.withdraw', undefined, { button: 'contest:button.withdraw-consent' }),
  call(
    'withdraw',
    (talk: ContestTalk) =>
      withdraw(talk.env, talk.command('withdraw'), { person: talk.actor.id, purpose: CONSENT_PURPOSE }),
    { ok: () => ending('contest:consent.withdrawn', undefined, menuButton()) },
  ),
]);

export const inviteGuardianButton = () => goButton('guardian:button.invite', 'guardian.invite');
