// The college's responsible person says who is of the college: one by one, or with the whole roster.
import { isLocalDate } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import {
  decideElector,
  electorsAsking,
  importRoster,
  namesOf,
  placesOf,
  type RosterEntry,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type EffectStep } from '../../../dialogue/step.ts';
import { ask, type Field } from '../../../dialogue/steps/ask.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward } from '../contest-talk.ts';
import { runningOnly } from './running-only.ts';

const ownCollege = async ({ env, actor }: ContestTalk) =>
  (await placesOf(env, actor)).find(({ stage }) => stage === 'college');

const officersOnly: EffectStep<EngineContext> = say('officers-only', async (talk) =>
  (await ownCollege(talk)) ? onward : ending('common:reason.not-allowed', undefined, menuButton()),
);

async function asking(talk: ContestTalk): Promise<readonly Option[]> {
  const place = await ownCollege(talk);
  if (!place) return [];
  const found = await electorsAsking(talk.env, place.edition, place.at);
  const names = await namesOf(
    talk.env,
    found.map(({ person }) => person),
  );
  return found.map(({ person, standing }) => ({
    value: person,
    label: text(`contest-public:electors.${standing}`, { name: names.get(person) ?? '—' }),
  }));
}

const decisions: readonly Option[] = [
  { value: 'yes', label: text('contest-public:electors.confirm') },
  { value: 'no', label: text('contest-public:electors.refuse') },
];

const more = () => goButton('contest-public:button.electors', 'contest.electors');

export const electors: Dialogue<EngineContext> = dialogue('contest.electors', { version: 1 }, [
  runningOnly,
  officersOnly,
  choose('who', asking, 'contest-public:electors.who', { none: 'contest-public:electors.none' }),
  choose('decision', decisions, 'contest-public:electors.decide'),
  call(
    'decide',
    async (talk: ContestTalk) => {
      const edition = (await ownCollege(talk))?.edition ?? '';
      const id = `${edition}:${answer(talk.draft, 'who')}`;
      return decideElector(talk.env, talk.command('decide'), id, talk.draft.decision === 'yes');
    },
    { ok: () => ending('contest-public:electors.decided', undefined, more(), menuButton()) },
  ),
]);

/** Lines «name; YYYY-MM-DD; student or teacher», as a table is pasted. Kept in the draft as it was typed. */
const rosterLines: Field<EngineContext> = {
  parse(typed) {
    const lines = typed.split('\n').filter((line) => line.trim() !== '');
    const wrong = lines.findIndex((line) => rosterLine(line) === null);
    if (wrong >= 0) return { problem: text('contest-public:reason.roster-line', { line: wrong + 1 }) };
    return { value: lines.join('\n') };
  },
};

const TEACHER = /^(преп|педагог|учит|мұғалім|оқытушы|ұстаз|teacher)/i;

function rosterLine(line: string): RosterEntry | null {
  const [name = '', born = '', as = ''] = line.split(/[;\t]/).map((each) => each.trim());
  const birthDate = born.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');
  if (name.length < 3 || !isLocalDate(birthDate)) return null;
  return { name, birthDate, standing: TEACHER.test(as) ? 'teacher' : 'student' };
}

export const roster: Dialogue<EngineContext> = dialogue('contest.roster', { version: 1 }, [
  runningOnly,
  officersOnly,
  ask('lines', rosterLines, 'contest-public:roster.lines'),
  call(
    'import',
    async (talk: ContestTalk) => {
      const place = await ownCollege(talk);
      const entries = answer(talk.draft, 'lines')
        .split('\n')
        .map(rosterLine)
        .filter((each) => each !== null);
      return importRoster(talk.env, talk.command('import'), {
        ...{ edition: place?.edition ?? '', college: place?.at ?? '', entries },
      });
    },
    {
      ok: ({ added, known }) =>
        ending(
          'contest-public:roster.imported',
          { count: added, known },
          goButton('contest-public:button.roster', 'contest.roster'),
          menuButton(),
        ),
    },
  ),
]);
