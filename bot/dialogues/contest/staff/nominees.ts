// What is done about single nominees: the list of them, sending and taking back by the college, passing on by the region.
import { naming } from '../../../../engine/kernel/about.ts';
import type { Command } from '../../../../engine/kernel/actor.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import type { Result } from '../../../../engine/kernel/result.ts';
import {
  editionOf,
  type NominationState,
  type Nominee,
  nomineesAt,
  passNomination,
  sendNomination,
  withdrawNomination,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { menuButton } from '../../shared/endings.ts';
import type { ContestTalk } from '../contest-talk.ts';
import { placeIn, placeName, placeSteps, placeWord } from './places.ts';

const stateOf = ({ nomination }: Nominee): string => `contest-staff:state.${nomination.state}`;

export const nominees: Dialogue<EngineContext> = dialogue('contest.nominees', { version: 1 }, [
  ...placeSteps,
  say('list', async (talk) => {
    const place = await placeIn(talk);
    const all = await nomineesAt(talk.env, talk.actor, place);
    const word = placeWord(place);
    const lines = all.map((each) =>
      naming(
        text('contest-staff:nominee-line', { name: each.name, state: stateOf(each) }),
        each.nomination.person,
      ),
    );
    const recall = goButton('contest-staff:button.recall', 'contest.recall', word);
    const desk = goButton('contest-staff:button.desk', 'contest.desk', word);
    return {
      texts: [
        await placeName(talk, place),
        ...(lines.length > 0 ? lines : [text('contest-staff:desk.no-nominees')]),
      ],
      buttons: [...(place.stage === 'college' && all.length > 0 ? [[recall]] : []), [desk], [menuButton()]],
      next: 'end',
    };
  }),
]);

interface Act {
  readonly id: string;
  /** Last part of its text keys. */
  readonly name: string;
  readonly states: readonly NominationState[];
  readonly act: (ctx: EngineContext, command: Command, id: string) => Promise<Result<string>>;
}

/** One nominee is chosen, what will happen is said, and it is done. */
const actOn = ({ id, name, states, act }: Act): Dialogue<EngineContext> =>
  dialogue(id, { version: 1 }, [
    ...placeSteps,
    choose('nominee', (talk) => options(talk, states), `contest-staff:${name}.which`, {
      none: `contest-staff:${name}.none`,
    }),
    confirm('sure', `contest-staff:${name}.sure`, daysOf, {
      button: `contest-staff:button.${name}`,
      facts: async (talk) => [await chosen(talk, states)],
    }),
    call('act', (talk: ContestTalk) => act(talk.env, talk.command('act'), answer(talk.draft, 'nominee')), {
      ok: async (_id, talk) => ({
        texts: [text(`contest-staff:${name}.done`)],
        buttons: await buttonsAfter(talk, id),
        next: 'end',
      }),
      refused: async (reasons, talk) => ({
        texts: reasonTexts(reasons),
        buttons: await buttonsAfter(talk, id),
        next: 'end',
      }),
    }),
  ]);

async function buttonsAfter(talk: ContestTalk, id: string) {
  const word = placeWord(await placeIn(talk));
  return [
    [goButton('contest-staff:button.another', id, word)],
    [goButton('contest-staff:button.desk', 'contest.desk', word)],
    [menuButton()],
  ];
}

async function options(talk: ContestTalk, states: readonly NominationState[]): Promise<readonly Option[]> {
  const found = await nomineesAt(talk.env, talk.actor, await placeIn(talk), states);
  return found.map((each) => ({ value: each.nomination._id, label: lineOf(each) }));
}

const lineOf = (each: Nominee): Text =>
  naming(
    text('contest-staff:nominee-option', { name: each.name, state: stateOf(each) }),
    each.nomination.person,
  );

async function chosen(talk: ContestTalk, states: readonly NominationState[]): Promise<Text> {
  const found = await nomineesAt(talk.env, talk.actor, await placeIn(talk), states);
  const id = answer(talk.draft, 'nominee');
  const nominee = found.find(({ nomination }) => nomination._id === id);
  return nominee ? lineOf(nominee) : text('contest-staff:score.gone');
}

async function daysOf(talk: ContestTalk) {
  const { calendar, seats } = await editionOf(talk.env, (await placeIn(talk)).edition);
  const { submissionEnds: submission, regionalEnds: regional } = calendar;
  return { submission, regional, collegeSeats: seats.college, regionSeats: seats.region };
}

export const send = actOn({
  ...{ id: 'contest.send', name: 'send', states: ['chosen', 'reserve'] },
  act: sendNomination,
});
export const recall = actOn({
  ...{ id: 'contest.recall', name: 'recall' },
  states: ['proposed', 'at-college', 'chosen', 'reserve', 'sent', 'at-region'],
  act: withdrawNomination,
});
export const pass = actOn({
  ...{ id: 'contest.pass', name: 'pass', states: ['not-passed'] },
  act: passNomination,
});
