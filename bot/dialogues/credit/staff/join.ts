// Staff join by a one-time link: what they are invited to, their name, and what comes next.
import type { Grant } from '../../../../engine/kernel/actor.ts';
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { text } from '../../../../engine/kernel/message.ts';
import type { TextParams } from '../../../../engine/kernel/result.ts';
import { organisationOf } from '../../../../engine/organisations/accreditation.ts';
import { acceptStaffInvitation, offeredGrant } from '../../../../engine/people/staff.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { allUniversities } from '../../../../engine/reference/universities.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { answer } from '../../../dialogue/talk.ts';
import { fullName } from '../../fields/full-name.ts';
import type { OpenLink } from '../../shared/open-link.ts';
import { isKnown, menuButton, type StaffTalk } from './staff-talk.ts';

/** A link that offers a role leads here; those who are known are not asked for their name again. */
export const openStaffLink: OpenLink = async (talk) => {
  const grant = await offeredGrant(talk.env, talk.argument, chatKey(talk.address));
  if (!grant) return null;
  const offer = text('credit-staff:join.offer', await grantParams(talk, grant));
  const go = (await isKnown(talk)) ? 'staff.join-known' : 'staff.join';
  return { texts: [offer], next: { go, argument: talk.argument } };
};

export const join: Dialogue<EngineContext> = dialogue('staff.join', { version: 1 }, [
  ask('name', fullName, 'credit-staff:join.name'),
  call('join', (talk) => accept(talk, answer(talk.draft, 'name')), { ok: joined }),
]);

export const joinKnown: Dialogue<EngineContext> = dialogue('staff.join-known', { version: 1 }, [
  call('join', (talk) => accept(talk, ''), { ok: joined }),
]);

const accept = (talk: StaffTalk, name: string) =>
  acceptStaffInvitation(talk.env, talk.command('join'), {
    secret: talk.argument,
    chat: chatKey(talk.address),
    name,
    language: talk.language,
  });

async function joined(grant: Grant, talk: StaffTalk): Promise<Outcome> {
  return {
    texts: [
      text('credit-staff:join.done', await grantParams(talk, grant)),
      text(`credit-staff:join.next.${grant.role}`),
    ],
    buttons: [[menuButton()]],
    next: 'end',
  };
}

/** Role and scope as the texts take them. */
async function grantParams(talk: StaffTalk, { role, scope: held }: Grant): Promise<TextParams> {
  const [scope = 'all', id = ''] = held.split(':');
  if (scope === 'organisation') return { role, scope, scopeName: (await organisationOf(talk.env, id)).name };
  if (scope !== 'university') return { role, scope, region: id };
  const found = (await allUniversities(talk.env)).find((each) => each._id === id);
  const { kk = id, ru = id, en = id } = found ?? {};
  return { role, scope, universityKk: kk, universityRu: ru, universityEn: en };
}
