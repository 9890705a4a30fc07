// What each has to publish and what is recorded of it, and how many publications there are against those expected.
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  type Duty,
  dutiesOf,
  publicationCount,
  publishersOf,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, runningEdition } from '../contest-talk.ts';
import { planDoneButton } from './plan-done.ts';
import { publisherOptions } from './publication.ts';
import { runningOnly } from './running-only.ts';

export const publicity: Dialogue<EngineContext> = dialogue('contest.publicity', { version: 1 }, [
  runningOnly,
  say('show', async (talk) => {
    if (publishersOf(talk.actor).length === 0)
      return ending('common:reason.not-allowed', undefined, menuButton());
    const isHolding = publishersOf(talk.actor).includes('all');
    return {
      texts: [...(await dutyTexts(talk)), await countText(talk)],
      buttons: [
        [goButton('contest-public:button.publication', 'contest.publication')],
        ...(isHolding ? [[goButton('contest-public:button.plan', 'contest.plan')], [planDoneButton()]] : []),
        [menuButton()],
      ],
      next: 'end',
    };
  }),
]);

async function dutyTexts(talk: ContestTalk): Promise<readonly Text[]> {
  const edition = (await runningEdition(talk))._id;
  const all: Text[] = [];
  for (const { value, label } of await publisherOptions(talk)) {
    const duties = await dutiesOf(talk.env, edition, value);
    all.push(label, ...duties.map(dutyText));
  }
  return all;
}

const dutyText = ({ subject, channel, done }: Duty): Text =>
  text(`contest-public:duty.${done.length > 0 ? 'done' : 'open'}`, {
    subject: `contest-public:subject.${subject}`,
    channel: `contest-public:channel.${channel}`,
    count: done.length,
  });

async function countText(talk: ContestTalk): Promise<Text> {
  const { participants, target, isMet, trades, banners } = await publicationCount(
    talk.env,
    (await runningEdition(talk))._id,
  );
  const key = `contest-public:publicity.${isMet ? 'met' : 'short'}`;
  return text(key, {
    count: participants,
    target,
    trades,
    banners,
    left: Math.max(0, target + 1 - participants),
  });
}
