// What a participant sees of the award: a nomination on its way, a badge with its certificate, ceremony and privileges.
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import {
  ceremonyTexts,
  privileges as kinds,
  ownAwards,
  ratedMentors,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import type { Block } from '../../desk-part.ts';
import { menuButton } from '../../shared/endings.ts';
import { type AwardTalk, button } from './award-talk.ts';

type Own = Awaited<ReturnType<typeof ownAwards>>[number];

/** For menu and status; nothing for who was never proposed. */
export async function awardBlock(talk: AwardTalk): Promise<Block> {
  const own = await ownAwards(talk.env, talk.actor.id);
  const texts = await Promise.all(own.map((each) => textsOf(talk, each)));
  const hasBadge = own.some(({ award }) => award.state === 'awarded');
  const rows = own.flatMap(certificateButton).map((each) => [each]);
  const mentors = (await ratedMentors(talk.env, talk.actor.id)).map((mentor) => [
    button('rate-mentor', 'badge.rate-mentor', mentor),
  ]);
  return {
    texts: texts.flat(),
    rows: [...rows, ...mentors, ...(hasBadge ? [[button('privileges', 'badge.privileges')]] : [])],
  };
}

async function textsOf({ env, now }: AwardTalk, { award }: Own): Promise<readonly Text[]> {
  const { state, level, interview } = award;
  const at = interview ? seenOn(now, interview.at.toISOString()) : '';
  const said = text(`badge-award:own.${state}`, { level, at, link: interview?.link ?? '' });
  return state === 'awarded' ? [said, ...(await ceremonyTexts(env, award))] : [said];
}

const certificateButton = ({ award, certificate }: Own): readonly Button[] =>
  certificate === null
    ? []
    : [goButton('badge-award:button.certificate', 'shared.certificate', certificate, { level: award.level })];

export const privileges: Dialogue<EngineContext> = dialogue('badge.privileges', { version: 1 }, [
  say('show', () => ({
    texts: [
      text('badge-award:privileges.title'),
      ...kinds.map((kind) => text(`badge-award:privileges.${kind}`)),
    ],
    buttons: [[menuButton()]],
    next: 'end',
  })),
]);
