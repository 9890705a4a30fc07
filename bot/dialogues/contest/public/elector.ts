// Somebody says of which college they are, and as whom: the roster confirms it at once, or the college does later.
import { localDate } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import {
  collegesIn,
  joinElectorate,
  voterStandings,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, goButton } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { registeredOnly } from '../../shared/register.ts';
import { type ContestTalk, editionRegions, runningEdition } from '../contest-talk.ts';
import { runningOnly } from './running-only.ts';

const standingOptions: readonly Option[] = voterStandings.map((value) => ({
  value,
  label: text(`contest-public:elector.as-${value}`),
}));

const collegeOptions = async ({ env, draft, now }: ContestTalk): Promise<readonly Option[]> =>
  (await collegesIn(env, localDate(now), answer(draft, 'region'))).map(({ id, kk, ru, en }) => ({
    value: id,
    label: text('contest-public:college', { collegeKk: kk, collegeRu: ru, collegeEn: en }),
  }));

/** The argument is the nomination for which somebody wants to vote, to come back to. */
export const elector: Dialogue<EngineContext> = dialogue('contest.elector', { version: 1 }, [
  registeredOnly('contest.elector'),
  runningOnly,
  choose('region', editionRegions, 'contest-public:elector.region'),
  choose('college', collegeOptions, 'contest-public:elector.college', {
    none: 'contest-public:elector.no-college',
  }),
  choose('as', standingOptions, 'contest-public:elector.as'),
  call(
    'join',
    async (talk: ContestTalk) =>
      joinElectorate(talk.env, talk.command('join'), {
        edition: (await runningEdition(talk))._id,
        college: answer(talk.draft, 'college'),
        standing: voterStandings.find((each) => each === talk.draft.as) ?? 'student',
      }),
    {
      ok: (state, talk) =>
        state === 'confirmed'
          ? {
              texts: [text('contest-public:elector.confirmed')],
              next: { go: 'contest.vote', argument: talk.argument },
            }
          : ending('contest-public:elector.asked', undefined, menuButton()),
    },
  ),
]);

export const electorButton = (nomination = '') =>
  goButton('contest-public:button.elector', 'contest.elector', nomination);
