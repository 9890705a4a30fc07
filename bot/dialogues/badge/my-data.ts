// What the badge programme adds to /mydata: the levels, and how the consent stands.
import { text } from '../../../engine/kernel/message.ts';
import { liveConsent } from '../../../engine/people/consents.ts';
import { CONSENT_PURPOSE, participationsOf } from '../../../engine/programmes/badge/programme.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { KnownPerson, MoreData } from '../shared/my-data.ts';
import type { BadgeTalk } from './talk.ts';

export async function badgeData(talk: BadgeTalk, person: KnownPerson): Promise<MoreData> {
  const all = await participationsOf(talk.env, person._id);
  if (all.length === 0) return { texts: [], buttons: [] };
  const consent = liveConsent(person, CONSENT_PURPOSE, talk.now);
  const terms = consent && { given: consent.givenAt.toISOString(), until: consent.until.toISOString() };
  return {
    texts: [
      text('badge:my-data.levels', { count: all.length }),
      terms ? text('badge:my-data.consent', terms) : text('badge:my-data.no-consent'),
    ],
    buttons: terms ? [goButton('badge:button.withdraw-consent', 'badge.withdraw-consent')] : [],
  };
}
