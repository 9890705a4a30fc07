// An operator opens the edition of a coming year: the parameters of that year, with other quotas where they are set. What is
// only reported about it is shown beside, and not used.

import { calendarYear } from '../../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  allEditions,
  isOperator,
  openEdition,
  reportedFor,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer, answerNumber } from '../../../dialogue/talk.ts';
import { wholeNumber } from '../../fields/whole-number.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward } from '../contest-talk.ts';

export const newEdition: Dialogue<EngineContext> = dialogue('contest.edition-new', { version: 1 }, [
  say('operators', ({ actor }) =>
    isOperator(actor) ? onward : ending('common:reason.not-allowed', undefined, menuButton()),
  ),
  choose('year', yearOptions, 'contest-staff:edition.which-year', { none: 'contest-staff:edition.no-year' }),
  say('reported', async (talk) => ({ texts: await reportedLines(talk), next: 'on' })),
  ask('college', wholeNumber({ least: 1, most: 50 }), 'contest-staff:edition.college-seats'),
  ask('region', wholeNumber({ least: 1, most: 200 }), 'contest-staff:edition.region-seats'),
  ask('laureates', wholeNumber({ least: 1, most: 1000 }), 'contest-staff:edition.laureates', {
    optional: true,
  }),
  confirm('sure', 'contest-staff:edition.sure', paramsOf, { button: 'contest-staff:button.open-edition' }),
  call(
    'open',
    (talk: ContestTalk) => {
      const { year, college, region, laureates } = paramsOf(talk);
      return openEdition(talk.env, talk.command('open'), {
        ...{ year, seats: { college, region } },
        laureates: laureates === 0 ? null : laureates,
      });
    },
    { ok: (id) => ending('contest-staff:edition.done', { id }, menuButton()) },
  ),
]);

/** This year and the next two, as far as they have no edition. */
async function yearOptions({ env, now }: ContestTalk): Promise<readonly Option[]> {
  const known = new Set((await allEditions(env)).map(({ year }) => year));
  const from = calendarYear(now);
  return [from, from + 1, from + 2]
    .filter((year) => !known.has(year))
    .map((year) => ({ value: String(year), label: text('common:plain', { value: String(year) }) }));
}

function reportedLines({ env, draft }: ContestTalk): readonly Text[] {
  const found = reportedFor(env, answerNumber(draft, 'year'));
  return found.length === 0
    ? []
    : [
        text('contest-staff:edition.reported'),
        ...found.map(({ name, value, from }) =>
          text('contest-staff:edition.reported-line', { name, value, from }),
        ),
      ];
}

function paramsOf({ draft }: ContestTalk) {
  const laureates = answer(draft, 'laureates');
  return {
    year: answerNumber(draft, 'year'),
    college: answerNumber(draft, 'college'),
    region: answerNumber(draft, 'region'),
    laureates: laureates === '' ? 0 : Number(laureates),
  };
}
