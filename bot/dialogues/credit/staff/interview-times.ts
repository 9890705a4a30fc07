// Asks for interview times: lines of day, time and how many people, as many as needed, then "Done".
// The answer is a list of `<ISO instant>/<people>`, in order of time.
import { instantOf, localDate, localTime, seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import { normaliseTyped } from '../../../../engine/kernel/typed-text.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { InputStep, Prompt, Taken } from '../../../dialogue/step.ts';
import type { Field } from '../../../dialogue/steps/ask.ts';
import { answerList } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { timeOfDay } from '../../fields/time-of-day.ts';
import { wholeNumber } from '../../fields/whole-number.ts';
import type { StaffTalk } from './staff-talk.ts';

const DONE = '!done';
const REMOVE = '!remove';
const MOST = 12;
const MOST_PEOPLE = 50;

export interface InterviewTime {
  readonly startsAt: Date;
  readonly capacity: number;
}

/** Reads one value of the step's answer. */
export function interviewTimeIn(value: string): InterviewTime {
  const [instant = '', people = ''] = value.split('/');
  return { startsAt: new Date(instant), capacity: Number(people) };
}

export const interviewTimes = (id: string): InputStep<EngineContext> => ({
  kind: 'input',
  id,
  optional: false,

  async prompt(talk): Promise<Prompt> {
    const listed = answerList(talk.draft, id);
    if (listed.length === 0)
      return { texts: [text('credit-staff:project.slots', { example: example(talk) })] };
    const lines = listed.map((value) => {
      const { startsAt, capacity } = interviewTimeIn(value);
      return text('credit-staff:project.slot-line', {
        at: seenOn(talk.now, startsAt.toISOString()),
        capacity,
      });
    });
    return {
      texts: [...lines, text('credit-staff:project.slots-more')],
      buttons: [[choice('done', DONE)], [choice('remove-last', REMOVE)]],
    };
  },

  async take(talk, input, tapped): Promise<Taken> {
    const listed = answerList(talk.draft, id);
    if (tapped === DONE && listed.length > 0) return { kind: 'answer', value: listed };
    if (tapped === REMOVE) return { kind: 'more', value: listed.slice(0, -1) };
    if (input.kind !== 'text') return { kind: 'again', problem: text('common:dialogue.type-an-answer') };
    return added(talk, listed, input.text);
  },
});

const choice = (label: string, value: string): Button => ({
  label: text(`credit-staff:button.${label}`),
  action: { choice: value },
});

/** All lines are taken or none, so that nothing is listed twice when the message is fixed and sent again. */
async function added(talk: StaffTalk, listed: readonly string[], typed: string): Promise<Taken> {
  const written = normaliseTyped(typed);
  if (written === '') return { kind: 'again', problem: text('common:input.nothing-visible') };
  const values = [...listed];
  for (const line of written
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    const read = await readLine(talk, line, values);
    if ('problem' in read) return { kind: 'again', problem: read.problem };
    values.push(read.value);
  }
  return { kind: 'more', value: values.sort() };
}

type Read = { readonly value: string } | { readonly problem: Text };

async function readLine(talk: StaffTalk, line: string, listed: readonly string[]): Promise<Read> {
  if (listed.length >= MOST) return { problem: text('credit-staff:project.slots-full', { most: MOST }) };
  const { day, time, people } = lineParts(line);
  const parts = await Promise.all([
    parsed(civilDate('future'), day, talk),
    parsed(timeOfDay, time, talk),
    parsed(wholeNumber({ least: 1, most: MOST_PEOPLE }), people, talk),
  ]);
  const [date, start, capacity] = parts;
  if (date === null || start === null || capacity === null)
    return { problem: text('credit-staff:project.slot-unreadable', { line, example: example(talk) }) };
  const at = instantOf(date, start).toISOString();
  if (at <= talk.now.toISOString()) return { problem: text('credit-staff:project.slot-past', { at }) };
  if (listed.some((each) => each.startsWith(`${at}/`)))
    return { problem: text('credit-staff:project.slot-twice', { at }) };
  return { value: `${at}/${capacity}` };
}

/** «7 октября, 14:00 — 5 мест»: the people come last, the time before them, and the day is all that stands before. */
function lineParts(line: string) {
  const words = line.replace(/^[•*-] ?/u, '').split(/(?:[\s,;]|[—–-](?=\s))+/u);
  const seats = words.findLastIndex((word) => /^\d+$/u.test(word));
  return {
    day: words.slice(0, Math.max(0, timeAt(words, seats))).join(' '),
    time: words[timeAt(words, seats)] ?? '',
    people: words.slice(seats).join(' '),
  };
}

/** What stands right before the people, but for a word that names them: «— мест: 5». */
const timeAt = (words: readonly string[], seats: number): number =>
  words.slice(0, Math.max(0, seats)).findLastIndex((word) => /\d/u.test(word));

async function parsed(field: Field<unknown>, typed: string, talk: StaffTalk): Promise<string | null> {
  const found = await field.parse(typed, talk);
  return 'value' in found ? String(found.value) : null;
}

/** Two days ahead, so that it is always a time to come: «07.10 14:00 5». */
function example({ now }: StaffTalk): string {
  const ahead = new Date(now.getTime() + 2 * 24 * 60 * 60_000);
  const [, month, day] = localDate(ahead).split('-');
  return `${day}.${month} ${localTime(ahead).slice(0, 2)}:00 5`;
}
