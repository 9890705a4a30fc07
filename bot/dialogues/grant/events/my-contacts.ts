// What the lists of events keep of a person, for /mydata, and the way off the contract's list of contacts.

import { liveConsent, withdrawConsent } from '../../../../engine/people/consents.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { attendedBy, CONTACTS_PURPOSE } from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import type { KnownPerson, MoreData } from '../../shared/my-data.ts';
import type { GrantTalk } from '../grant-talk.ts';
import { ended, eventButton, refusedWith, said } from './events-talk.ts';

export async function eventData({ env, now }: GrantTalk, person: KnownPerson): Promise<MoreData> {
  const { length: count } = await attendedBy(env, person._id);
  const live = liveConsent(person, CONTACTS_PURPOSE, now);
  return {
    texts: [
      ...(count > 0 ? [said('my-data.attendance', { count })] : []),
      ...(live ? [said('my-data.contacts', { given: live.givenAt.toISOString() })] : []),
    ],
    buttons: live ? [eventButton('withdraw-contacts', 'grant.contacts-withdraw')] : [],
  };
}

export const withdrawContacts: Dialogue<EngineContext> = dialogue('grant.contacts-withdraw', { version: 1 }, [
  confirm('sure', 'grant-events:contacts.withdraw', undefined, {
    button: 'grant-events:button.withdraw-contacts',
  }),
  call(
    'withdraw',
    (talk: GrantTalk) =>
      withdrawConsent(talk.env, talk.command('withdraw'), {
        ...{ person: talk.actor.id, purpose: CONTACTS_PURPOSE },
      }),
    { ok: () => ended([said('contacts.withdrawn')]), refused: refusedWith() },
  ),
]);
