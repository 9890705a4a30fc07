// Somebody votes: for the nominee of a shared link, or for one whom they choose. One vote a stage; nothing is cast before
// the button.
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  castVote,
  namesOf,
  nominationInLink,
  nominationOf,
  type ShownVotes,
  votableNominees,
  votePayload,
  votesShownTo,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import type { OpenLink } from '../../shared/open-link.ts';
import { registeredOnly } from '../../shared/register.ts';
import { type ContestTalk, onward } from '../contest-talk.ts';
import { electorButton } from './elector.ts';
import { runningOnly } from './running-only.ts';

export const openVoteLink: OpenLink = async ({ argument }) => {
  const nomination = nominationInLink(argument);
  return nomination === null ? null : { texts: [], next: { go: 'contest.vote', argument: nomination } };
};

const chosen = ({ argument, draft }: ContestTalk): string =>
  argument === '' ? answer(draft, 'who') : argument;

async function options({ env, actor }: ContestTalk): Promise<readonly Option[]> {
  const all = await votableNominees(env, actor.id);
  return all.map(({ nomination, name, stage }) => ({
    value: nomination,
    label: text(`contest-public:vote.option-${stage}`, { name }),
  }));
}

async function nameOf(talk: ContestTalk) {
  const { person } = await nominationOf(talk.env, chosen(talk));
  return { name: (await namesOf(talk.env, [person])).get(person) ?? '—' };
}

export const vote: Dialogue<EngineContext> = dialogue('contest.vote', { version: 1 }, [
  registeredOnly('contest.vote'),
  runningOnly,
  say('anybody', async (talk): Promise<Outcome> => {
    if (talk.argument !== '') return { ...onward, known: ['who'] };
    if ((await options(talk)).length > 0) return onward;
    return ending('contest-public:vote.none', undefined, electorButton(), menuButton());
  }),
  choose('who', options, 'contest-public:vote.who'),
  confirm('sure', 'contest-public:vote.sure', nameOf, { button: 'contest-public:button.vote' }),
  call('cast', (talk: ContestTalk) => castVote(talk.env, talk.command('cast'), chosen(talk)), {
    ok: async ({ as }, talk) => ({
      texts: [
        text(`contest-public:vote.${as === 'outside' ? 'cast-outside' : 'cast'}`, await nameOf(talk)),
        ...(await totals(talk)),
        text('contest-public:vote.share', {
          link: talk.env.links.start('participant', votePayload(chosen(talk))),
        }),
      ],
      buttons: [[menuButton()]],
      next: 'end',
    }),
    refused: (reasons, talk) => {
      const isUnknown = reasons.some(({ code }) => code === 'contest.elector-outside');
      const more = isUnknown ? [[electorButton(chosen(talk))]] : [];
      return { texts: reasonTexts(reasons), buttons: [...more, [menuButton()]], next: 'end' };
    },
  }),
]);

/** Where the edition shows them to everybody. */
async function totals(talk: ContestTalk): Promise<readonly Text[]> {
  const found = await votesShownTo(talk.env, talk.actor, chosen(talk));
  return found ? totalTexts(found) : [];
}

export const totalTexts = ({ counted, outside, weight, stage }: ShownVotes): readonly Text[] => [
  text('contest-public:vote.total', { count: counted, weight, stage: `contest-public:stage.${stage}` }),
  ...(outside > 0 ? [text('contest-public:vote.outside', { count: outside })] : []),
];

export const voteButton = () => goButton('contest-public:button.vote-for', 'contest.vote');
