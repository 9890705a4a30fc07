// A member of a commission opens the link: what they are invited to, their name where nobody knows it, and their seat.
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { offeredSeat, takeSeatByLink } from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { answer } from '../../../dialogue/talk.ts';
import { fullName } from '../../fields/full-name.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import type { OpenLink } from '../../shared/open-link.ts';
import { type ContestTalk, personIn } from '../contest-talk.ts';
import { placeName } from './places.ts';

const offerIn = ({ env, argument, address }: ContestTalk) => offeredSeat(env, argument, chatKey(address));

/** Null for a link that is no member's. */
export const openMemberLink: OpenLink = async (talk) => {
  const offer = await offerIn(talk);
  if (!offer) return null;
  const { kind, represents, place } = offer;
  const params = { kind: `contest:kind.${kind}`, represents };
  return {
    texts: [text('contest-staff:member.offer', params), await placeName(talk, place)],
    next: { go: 'contest.member-join', argument: talk.argument },
  };
};

export const memberJoin: Dialogue<EngineContext> = dialogue('contest.member-join', { version: 1 }, [
  say('known', async (talk) => ({
    texts: [],
    next: 'on',
    known: (await personIn(talk)) ? ['name'] : [],
  })),
  ask('name', fullName, 'contest-staff:member.which-name'),
  call(
    'join',
    (talk: ContestTalk) =>
      takeSeatByLink(talk.env, talk.command('join'), {
        ...{ secret: talk.argument, chat: chatKey(talk.address), language: talk.language },
        name: answer(talk.draft, 'name'),
      }),
    {
      ok: () =>
        ending(
          'contest-staff:member.joined',
          undefined,
          goButton('contest-staff:button.score', 'contest.score'),
          menuButton(),
        ),
    },
  ),
]);
