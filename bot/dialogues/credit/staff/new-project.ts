// The head of an accredited organisation publishes a project: what, where, when, how many, and interview times.
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  type Direction,
  directions,
  publishProject,
} from '../../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask, type Field } from '../../../dialogue/steps/ask.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { type Change, review } from '../../../dialogue/steps/review.ts';
import { answer, answerList, answerNumber } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { freeText } from '../../fields/free-text.ts';
import { regionOptions } from '../../fields/regions.ts';
import { wholeNumber } from '../../fields/whole-number.ts';
import { menuButton } from '../../shared/endings.ts';
import { interviewTimeIn, interviewTimes } from './interview-times.ts';
import { button, ending, ownOrganisations, type StaffTalk } from './staff-talk.ts';

/** The last day: not before the first one, which was answered already. */
const lastDay: Field<EngineContext> = {
  async parse(typed, talk) {
    const found = await civilDate('future').parse(typed, talk);
    const from = answer(talk.draft, 'from');
    if ('problem' in found || String(found.value) >= from) return found;
    return { problem: text('credit-staff:project.to-before-from', { from }) };
  },
};

const change: readonly Change[] = [
  { step: 'direction', label: 'credit-staff:change.direction' },
  { step: 'title', label: 'credit-staff:change.title' },
  { step: 'description', label: 'credit-staff:change.description' },
  { step: 'region', label: 'credit-staff:change.region' },
  { step: 'address', label: 'credit-staff:change.address' },
  // The last day was checked against the first one.
  { step: 'from', label: 'credit-staff:change.from', clears: () => ['to'] },
  { step: 'to', label: 'credit-staff:change.to' },
  { step: 'places', label: 'credit-staff:change.places' },
  { step: 'slots', label: 'credit-staff:change.slots' },
];

export const newProject: Dialogue<EngineContext> = dialogue('credit.project-new', { version: 1 }, [
  choose('direction', directionOptions, 'credit-staff:project.direction', {
    none: 'credit-staff:project.none',
  }),
  ask('title', freeText({ least: 5, most: 100 }), 'credit-staff:project.title'),
  ask('description', freeText({ least: 20, most: 1000 }), 'credit-staff:project.description'),
  choose('region', regionOptions, 'credit-staff:project.region'),
  ask('address', freeText({ least: 5, most: 200 }), 'credit-staff:project.address'),
  ask('from', civilDate('future'), 'credit-staff:project.from'),
  ask('to', lastDay, 'credit-staff:project.to'),
  ask('places', wholeNumber({ least: 1, most: 500 }), 'credit-staff:project.places'),
  interviewTimes('slots'),
  review('review', 'credit-staff:project.review', reviewParams, {
    button: 'credit-staff:button.publish',
    change,
  }),
  call('publish', publish, {
    ok: (_, talk) =>
      ending(
        'project.published',
        { title: answer(talk.draft, 'title') },
        button('projects', 'org.projects'),
        menuButton(),
      ),
  }),
]);

/** `<BIN>.<direction>`: the declared activities of every accredited organisation that the person heads. */
async function directionOptions(talk: StaffTalk): Promise<readonly Option[]> {
  const own = (await ownOrganisations(talk, 'head')).filter((each) => each.accreditation === 'accredited');
  const wanted = own.filter((each) => each._id === talk.argument);
  const shown = wanted.length > 0 ? wanted : own;
  const key = shown.length > 1 ? 'direction-option-of' : 'direction-option';
  return shown.flatMap(({ _id, name, activities }) =>
    activities.map((direction) => ({
      value: `${_id}.${direction}`,
      label: text(`credit-staff:project.${key}`, { direction, name }),
    })),
  );
}

function chosen({ draft }: StaffTalk): { readonly organisationId: string; readonly direction: Direction } {
  const [organisationId = '', name = ''] = answer(draft, 'direction').split('.');
  const direction = directions.find((each) => each === name);
  if (!direction) throw new RangeError(`not a direction: ${name}`);
  return { organisationId, direction };
}

const slotsOf = ({ draft }: StaffTalk) => answerList(draft, 'slots').map(interviewTimeIn);

function reviewParams(talk: StaffTalk) {
  const { draft } = talk;
  const slots = slotsOf(talk);
  return {
    ...{ title: answer(draft, 'title'), description: answer(draft, 'description') },
    ...{ direction: chosen(talk).direction, region: answer(draft, 'region') },
    address: answer(draft, 'address'),
    ...{ from: seenOn(talk.now, answer(draft, 'from')), to: seenOn(talk.now, answer(draft, 'to')) },
    places: answerNumber(draft, 'places'),
    slots: slots.length,
    first: seenOn(talk.now, (slots[0]?.startsAt ?? talk.now).toISOString()),
  };
}

function publish(talk: StaffTalk) {
  const { draft } = talk;
  return publishProject(talk.env, talk.command('publish'), {
    ...chosen(talk),
    title: answer(draft, 'title'),
    description: answer(draft, 'description'),
    region: answer(draft, 'region'),
    address: answer(draft, 'address'),
    from: answer(draft, 'from'),
    to: answer(draft, 'to'),
    places: answerNumber(draft, 'places'),
    slots: slotsOf(talk),
  });
}
