// What the contest adds to /mydata and /delete: the nominations, and how the consent stands.
import { type Text, text } from '../../../engine/kernel/message.ts';
import { liveConsent } from '../../../engine/people/consents.ts';
import {
  CONSENT_PURPOSE,
  nominationsOf,
  standingOfPerson,
} from '../../../engine/programmes/contest/programme.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { KnownPerson, MoreData } from '../shared/my-data.ts';
import { consentState, inviteGuardianButton } from './consent.ts';
import type { ContestTalk } from './contest-talk.ts';
import { standingText } from './status.ts';

export async function contestData(talk: ContestTalk, person: KnownPerson): Promise<MoreData> {
  const standing = await standingOfPerson(talk.env, person._id);
  const state = await consentState(talk);
  if (!standing && state === 'none') return { texts: [], buttons: [] };
  const count = (await nominationsOf(talk.env, person._id)).length;
  const live = liveConsent(person, CONSENT_PURPOSE, talk.now);
  return {
    texts: [
      text('contest:my-data.nominations', { count }),
      ...(standing ? [await standingText(talk, standing)] : []),
      ...(live
        ? [
            text('contest:my-data.consent', {
              given: live.givenAt.toISOString(),
              until: live.until.toISOString(),
            }),
          ]
        : []),
    ],
    buttons: [
      ...(state === 'asked' ? [inviteGuardianButton()] : []),
      ...(live ? [goButton('contest:button.withdraw-consent', 'contest.withdraw-consent')] : []),
    ],
  };
}

/** Whoever has ever consented may be nominated. */
export const losses = ({ consents }: KnownPerson): readonly Text[] =>
  consents.some(({ purpose }) => purpose === CONSENT_PURPOSE) ? [text('contest:erase')] : [];
