// Taking up an invitation, at the desk where its role acts: what one is invited to, one's name where Qadam does not know it,
// and what comes next.
import type { Grant } from '../../../../engine/kernel/actor.ts';
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { text } from '../../../../engine/kernel/message.ts';
import type { Reason } from '../../../../engine/kernel/result.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import { acceptStaffInvitation, offeredGrant } from '../../../../engine/programmes/invitations.ts';
import type { EngineContext } from '../../../../engine/programmes/programme.ts';
import { roleText } from '../../../../engine/programmes/role-text.ts';
import { rolesOf } from '../../../../engine/programmes/rooms.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, reasonTexts } from '../../../dialogue/steps/call.ts';
import { answer, type Talk } from '../../../dialogue/talk.ts';
import { fullName } from '../../fields/full-name.ts';
import { menuButton } from '../endings.ts';
import { linkButtonTo } from '../links.ts';

type JoinTalk = Talk<EngineContext>;

const menuRow = () => [menuButton()];

/** A link that offers a role leads here, or to the desk where the role acts. */
export async function openRoleLink(talk: JoinTalk): Promise<Outcome | null> {
  const { env, argument, address } = talk;
  const grant = await offeredGrant(env, argument, chatKey(address));
  const desk = grant && rolesOf(env).get(grant.role)?.desk;
  if (!grant || !desk) return null;
  if (desk !== address.desk) return { ...linkButtonTo(desk, env.links.start(desk, argument)), next: 'end' };
  // Those who are known are not asked for their name again.
  const isKnown = (await personOfChat(env, chatKey(address))) !== null;
  const go = isKnown ? 'staff.join-known' : 'staff.join';
  return { texts: [await roleText(env, 'staff:join.offer', grant)], next: { go, argument } };
}

export const join: Dialogue<EngineContext> = dialogue('staff.join', { version: 1 }, [
  ask('name', fullName, 'staff:join.name'),
  call('join', (talk) => accept(talk, answer(talk.draft, 'name')), { ok: joined, refused: notJoined }),
]);

export const joinKnown: Dialogue<EngineContext> = dialogue('staff.join-known', { version: 1 }, [
  call('join', (talk) => accept(talk, ''), { ok: joined, refused: notJoined }),
]);

const accept = (talk: JoinTalk, name: string) =>
  acceptStaffInvitation(talk.env, talk.command('join'), {
    secret: talk.argument,
    chat: chatKey(talk.address),
    name,
    language: talk.language,
  });

async function joined(grant: Grant, talk: JoinTalk): Promise<Outcome> {
  const next = rolesOf(talk.env).get(grant.role)?.next ?? 'staff:next.any';
  return {
    texts: [await roleText(talk.env, 'staff:join.done', grant), text(next)],
    buttons: [menuRow()],
    next: 'end',
  };
}

function notJoined(reasons: readonly Reason[]): Outcome {
  return { texts: reasonTexts(reasons), buttons: [menuRow()], next: 'end' };
}
