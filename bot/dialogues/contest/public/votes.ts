// The votes for the nominees of a stage, for those who run it and its commission: totals, those outside the electorate, and
// what is odd. None of it decides.
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  namesOf,
  placesOf,
  seatsOf,
  type VoteSignals,
  votedNominees,
  votePayload,
  votesShownTo,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { menuButton } from '../../shared/endings.ts';
import type { ContestTalk } from '../contest-talk.ts';
import { runningOnly } from './running-only.ts';
import { totalTexts } from './vote.ts';

async function nominees({ env, actor }: ContestTalk): Promise<readonly Option[]> {
  const places = [...(await placesOf(env, actor)), ...(await seatsOf(env, actor.id))];
  const found = await votedNominees(env, places);
  const names = await namesOf(
    env,
    found.map(({ person }) => person),
  );
  return found.map(({ _id, person }) => ({
    value: _id,
    label: text('common:plain', { value: names.get(person) ?? '—' }),
  }));
}

export const votes: Dialogue<EngineContext> = dialogue('contest.votes', { version: 1 }, [
  runningOnly,
  choose('who', nominees, 'contest-public:votes.who', { none: 'contest-public:votes.none' }),
  say('show', async (talk) => {
    const id = answer(talk.draft, 'who');
    const found = await votesShownTo(talk.env, talk.actor, id);
    const link = talk.env.links.start('participant', votePayload(id));
    return {
      texts: [
        ...(found ? totalTexts(found) : [text('contest-public:votes.hidden')]),
        ...(found?.signals ? signalTexts(found.signals) : []),
        text('contest-public:vote.share', { link }),
      ],
      buttons: [
        [
          {
            label: text('contest-public:button.qr'),
            action: { url: talk.env.links.page(`contest/vote/${id}`) },
          },
        ],
        [goButton('contest-public:button.votes', 'contest.votes')],
        [menuButton()],
      ],
      next: 'end',
    };
  }),
]);

const signalTexts = ({ bursts, alike, fresh }: VoteSignals): readonly Text[] => [
  ...bursts.map(({ from, votes }) =>
    text('contest-public:votes.burst', { at: from.toISOString(), count: votes }),
  ),
  ...(alike > 0 ? [text('contest-public:votes.alike', { count: alike })] : []),
  ...(fresh > 0 ? [text('contest-public:votes.fresh', { count: fresh })] : []),
];
