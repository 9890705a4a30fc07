// A member of the working group: takes the seat by a link, and scores winners where the edition's list is limited.
import { ballotOf } from '../../../../engine/commissions/ballots.ts';
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { text } from '../../../../engine/kernel/message.ts';
import {
  criteria,
  editionOf,
  namesOf,
  nominationOf,
  offeredGroupSeat,
  openGroupCases,
  scoreWinner,
  takeGroupSeat,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type InputStep } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer, answerNumber } from '../../../dialogue/talk.ts';
import { fullName } from '../../fields/full-name.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import type { OpenLink } from '../../shared/open-link.ts';
import { type ContestTalk, personIn, runningEdition } from '../contest-talk.ts';
import { runningOnly } from './running-only.ts';

export const openGroupLink: OpenLink = async (talk) => {
  const offer = await offeredGroupSeat(talk.env, talk.argument, chatKey(talk.address));
  if (!offer) return null;
  const params = { kind: `contest-public:group-kind.${offer.kind}`, represents: offer.represents };
  return {
    texts: [text('contest-public:group.offer', params)],
    next: { go: 'contest.group-join', argument: talk.argument },
  };
};

export const joinGroup: Dialogue<EngineContext> = dialogue('contest.group-join', { version: 1 }, [
  say('known', async (talk) => ({ texts: [], next: 'on', known: (await personIn(talk)) ? ['name'] : [] })),
  ask('name', fullName, 'contest-public:group.which-name'),
  call(
    'join',
    (talk: ContestTalk) =>
      takeGroupSeat(talk.env, talk.command('join'), {
        ...{ secret: talk.argument, chat: chatKey(talk.address), language: talk.language },
        name: answer(talk.draft, 'name'),
      }),
    { ok: () => ending('contest-public:group.joined', undefined, scoreButton(), menuButton()) },
  ),
]);

export const scoreButton = () => goButton('contest-public:button.score-winner', 'contest.group-score');

/** Winners on whom the member has not voted yet. */
async function waiting(talk: ContestTalk): Promise<readonly Option[]> {
  const { env, actor } = talk;
  const cases = await openGroupCases(env, (await runningEdition(talk))._id);
  const open = cases.filter(({ ballots }) => !ballotOf(ballots, actor.id)?.final);
  const winners = await Promise.all(open.map(({ subject }) => nominationOf(env, subject)));
  const names = await namesOf(
    env,
    winners.map(({ person }) => person),
  );
  return winners.map(({ _id, person }) => ({
    value: _id,
    label: text('common:plain', { value: names.get(person) ?? '—' }),
  }));
}

const scoreStep = (id: string): InputStep<EngineContext> =>
  choose(
    id,
    async (talk: ContestTalk) => {
      const { criteria: of } = await editionOf(talk.env, (await runningEdition(talk))._id);
      const most = of.republic.find((each) => each.id === id)?.most ?? 0;
      return Array.from({ length: most + 1 }, (_, n) => ({
        value: String(n),
        label: text('common:plain', { value: String(n) }),
      }));
    },
    'contest-public:group.points',
    { columns: 4, params: () => ({ criterion: `contest:criterion.${id}` }) },
  );

export const scoreGroup: Dialogue<EngineContext> = dialogue('contest.group-score', { version: 1 }, [
  runningOnly,
  choose('who', waiting, 'contest-public:group.score-who', { none: 'contest-public:group.nothing-to-score' }),
  say('criteria', async (talk) => {
    const { criteria: of } = await editionOf(talk.env, (await runningEdition(talk))._id);
    const asked = of.republic.map(({ id }) => String(id));
    return { texts: [], next: 'on', known: criteria.filter((each) => !asked.includes(each)) };
  }),
  ...criteria.map(scoreStep),
  call(
    'score',
    async (talk: ContestTalk) => {
      const edition = await editionOf(talk.env, (await runningEdition(talk))._id);
      const cases = await openGroupCases(talk.env, edition._id);
      const found = cases.find(({ subject }) => subject === answer(talk.draft, 'who'));
      const scores = edition.criteria.republic.map(({ id }) => ({
        criterion: id,
        score: answerNumber(talk.draft, id),
      }));
      return scoreWinner(talk.env, talk.command('score'), found?._id ?? '', scores);
    },
    { ok: () => ending('contest-public:group.scored', undefined, scoreButton(), menuButton()) },
  ),
]);
