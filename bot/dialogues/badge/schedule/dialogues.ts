// The individual schedule at either desk: seen, changed line by line and proposed, agreed to. The same script for participant
// and mentor; who may do what, the use-cases say.
import { addDays, localDate, seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import {
  agreeSchedule,
  draftSchedule,
  isWeekly,
  type Participation,
  proposeSchedule,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { chooseSeveral } from '../../../dialogue/steps/choose-several.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer, answerList, answerNumber } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { freeText } from '../../fields/free-text.ts';
import { wholeNumber } from '../../fields/whole-number.ts';
import { ending, endingWith, menuButton } from '../../shared/endings.ts';
import { type BadgeTalk, on, optionsOf } from '../talk.ts';
import { lineTexts } from './lines.ts';
import { termQuestions, termSteps, termsIn } from './terms.ts';

type Schedule = NonNullable<Participation['schedule']>;
type Line = Schedule['lines'][number];

/** One side of the agreement: its dialogues' ids, and whose participation a button may speak of. */
export interface Side {
  readonly who: Schedule['proposedBy'];
  readonly show: string;
  readonly change: string;
  readonly propose: string;
  readonly agree: string;
  /** The participation that the argument names, if it is theirs. */
  readonly find: (talk: BadgeTalk) => Promise<Participation | undefined>;
}

/** What a change starts from: the proposal, the schedule in force, or a draft by the level's requirements. */
export function basisOf({ env, now }: BadgeTalk, participation: Participation) {
  const { proposed, schedule, startedOn, longer } = participation;
  const known = proposed ?? schedule;
  if (known) return { lines: known.lines, longer: known.longer, heritageLonger: known.heritageLonger };
  const tomorrow = addDays(localDate(now), 1);
  const lines: Line[] = draftSchedule(env.rules, participation, startedOn, tomorrow);
  return { lines, longer, heritageLonger: false };
}

const seen = (talk: BadgeTalk) => (day: string) => seenOn(talk.now, day);

/** `<id>.<version>`: what was read is what is agreed to. */
const idIn = ({ argument }: BadgeTalk): string => argument.split('.')[0] ?? '';

const lines = (talk: BadgeTalk, schedule: Pick<Schedule, 'lines' | 'longer'>): readonly Text[] => [
  ...lineTexts(schedule.lines, seen(talk)),
  ...(schedule.longer === null ? [] : [text('badge:schedule.longer', { direction: schedule.longer })]),
];

async function shown(talk: BadgeTalk, side: Side): Promise<Outcome> {
  const found = await side.find(talk);
  if (!found) return ending('badge:reason.no-participation', undefined, menuButton());
  const { _id: id, schedule, proposed } = found;
  const texts: Text[] = [];
  const buttons: Button[] = [];
  if (schedule) texts.push(text('badge:schedule.in-force'), ...lines(talk, schedule));
  if (proposed) {
    const isOwn = proposed.proposedBy === side.who;
    texts.push(
      text(`badge:schedule.proposed-by-${isOwn ? 'you' : proposed.proposedBy}`),
      ...lines(talk, proposed),
    );
    if (!isOwn) buttons.push(goButton('badge:button.agree', side.agree, `${id}.${proposed.version}`));
  }
  if (!schedule && !proposed) {
    texts.push(text('badge:schedule.draft'), ...lines(talk, basisOf(talk, found)));
    buttons.push(goButton('badge:button.propose', side.propose, id));
  }
  buttons.push(goButton('badge:button.change-line', side.change, id), menuButton());
  return endingWith(texts, ...buttons);
}

const proposalOf = async (talk: BadgeTalk, side: Side, line: Line | null) => {
  const found = await side.find(talk);
  const basis = found ? basisOf(talk, found) : { lines: [], longer: null, heritageLonger: false };
  const changed = basis.lines.map((each) => (each.direction === line?.direction ? line : each));
  return proposeSchedule(talk.env, talk.command('propose'), idIn(talk), {
    ...basis,
    lines: changed,
    ...termsIn(talk.draft),
  });
};

const proposedOutcome = (): Outcome => ending('badge:schedule.sent', undefined, menuButton());

async function directionOptions(talk: BadgeTalk, side: Side): Promise<readonly Option[]> {
  const found = await side.find(talk);
  return (found?.directions ?? []).map(({ direction }) => ({
    value: direction,
    label: text(`badge:direction.${direction}`),
  }));
}

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

function lineIn({ draft }: BadgeTalk, isKept: boolean): Line {
  return {
    direction: answer(draft, 'direction') as Line['direction'],
    activity: answer(draft, 'activity'),
    weekdays: isKept ? answerList(draft, 'weekdays').map(Number) : [],
    minutes: isKept ? answerNumber(draft, 'minutes') : 0,
    from: answer(draft, 'from'),
    to: answer(draft, 'to'),
  };
}

/** Whether the direction in the draft is kept by the week: then days and hours are asked for. */
async function weeklyIn(talk: BadgeTalk, side: Side): Promise<boolean> {
  const found = await side.find(talk);
  return found !== undefined && isWeekly(found, answer(talk.draft, 'direction') as Line['direction']);
}

/** Questions that the direction in the draft does not raise. */
async function unasked(talk: BadgeTalk, side: Side): Promise<readonly string[]> {
  const terms = termQuestions(await side.find(talk), answer(talk.draft, 'direction'));
  const skipped = ['longer', 'heritage'].filter((each) => !terms.includes(each));
  return (await weeklyIn(talk, side)) ? skipped : [...skipped, 'weekdays', 'minutes'];
}

const changeDialogue = (side: Side): Dialogue<EngineContext> =>
  dialogue(side.change, { version: 2 }, [
    choose('direction', (talk: BadgeTalk) => directionOptions(talk, side), 'badge:schedule.which-direction', {
      none: 'badge:reason.no-participation',
    }),
    say('weekly', async (talk: BadgeTalk) => ({ ...on, known: await unasked(talk, side) })),
    ...termSteps(side.find),
    ask('activity', freeText({ least: 2, most: 200 }), 'badge:schedule.which-activity'),
    chooseSeveral(
      'weekdays',
      optionsOf(WEEKDAYS, (each) => `badge:weekday.${each}`),
      'badge:schedule.which-days',
      {
        chosen: 'badge:apply.chosen',
        none: 'badge:schedule.no-days',
      },
    ),
    ask('minutes', wholeNumber({ least: 10, most: 600 }), 'badge:schedule.which-minutes'),
    ask('from', civilDate('future'), 'badge:schedule.which-from'),
    ask('to', civilDate('future'), 'badge:schedule.which-to'),
    confirm('sure', 'badge:schedule.propose-sure', undefined, {
      button: 'badge:button.propose',
      facts: async (talk: BadgeTalk) => lineTexts([lineIn(talk, await weeklyIn(talk, side))], seen(talk)),
    }),
    call(
      'propose',
      async (talk: BadgeTalk) => proposalOf(talk, side, lineIn(talk, await weeklyIn(talk, side))),
      { ok: proposedOutcome },
    ),
  ]);

export const scheduleDialogues = (side: Side): readonly Dialogue<EngineContext>[] => [
  dialogue(side.show, { version: 1 }, [say('show', (talk: BadgeTalk) => shown(talk, side))]),
  changeDialogue(side),
  dialogue(side.propose, { version: 1 }, [
    call('propose', (talk: BadgeTalk) => proposalOf(talk, side, null), { ok: proposedOutcome }),
  ]),
  dialogue(side.agree, { version: 1, decides: true }, [
    call(
      'agree',
      (talk: BadgeTalk) =>
        agreeSchedule(talk.env, talk.command('agree'), idIn(talk), Number(talk.argument.split('.')[1] ?? 0)),
      { ok: () => ending('badge:schedule.agreed', undefined, menuButton()) },
    ),
  ]),
];
