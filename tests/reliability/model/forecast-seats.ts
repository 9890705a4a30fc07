// What must become of a wish about an interview, from booking to acceptance, when nothing else happens meanwhile.
import { type Actor, holds } from '../../../engine/kernel/actor.ts';
import { addDays, calendarYear, endOfDay, localDate } from '../../../engine/kernel/calendar.ts';
import { derivedId } from '../../../engine/kernel/ids.ts';
import { placeSeat, slotSeat } from '../../../engine/programmes/credit/cases.ts';
import { type Forecast, refuse, take } from './forecast-parts.ts';
import type { ModelCredit, ModelInterview, ModelStudent, State } from './state.ts';
import type { Wish } from './wish.ts';

const OPEN = ['pending', 'booked', 'inviting', 'invited'];
const ACTIVE = ['working', 'report-sent', 'report-returned'];

export const openOf = (student: ModelStudent): readonly ModelInterview[] =>
  student.interviews.filter(({ state }) => OPEN.includes(state));
export const activeOf = (student: ModelStudent): ModelCredit | undefined =>
  student.credits.find(({ state }) => ACTIVE.includes(state));

export function found(state: State, id: string): { student: string; interview: ModelInterview } {
  for (const [student, { interviews }] of state.students) {
    const interview = interviews.find((each) => each.id === id);
    if (interview) return { student, interview };
  }
  throw new Error(`the model knows no interview ${id}`);
}

/** By the letter of the specification, not by the product's rights.ts. */
export const mayDecide = (
  state: State,
  by: Actor,
  project: string,
  student: string,
  roles: readonly ('head' | 'coordinator')[],
): boolean => {
  const scope = `organisation:${state.projects.get(project)?.organisation}`;
  return by.id !== student && roles.some((role) => holds(by, role, scope));
};

export function book(
  state: State,
  wish: Extract<Wish, { act: 'book' }>,
  command: string,
  now: Date,
): Forecast {
  const student = state.students.get(wish.by.id) ?? { interviews: [], credits: [] };
  const project = state.projects.get(wish.project);
  const startsAt = project?.slots.get(wish.slot) ?? 0;
  const accredited = state.organisations.get(project?.organisation ?? '')?.accreditation === 'accredited';
  if (!project?.isPublished || !accredited || startsAt <= now.getTime()) return refuse('credit.slot-gone');
  if (openOf(student).some((each) => each.project === wish.project)) return refuse('credit.already-booked');
  if (openOf(student).length >= 3) return refuse('credit.too-many-interviews');
  if (activeOf(student)) return refuse('credit.already-participating');
  const taken = take(state, slotSeat(wish.project, wish.slot));
  student.interviews.push({
    id: derivedId(`interview ${command}`),
    project: wish.project,
    slot: wish.slot,
    state: taken ? 'booked' : 'unavailable',
    answerBy: null,
  });
  return taken ? 'done' : { refused: 'credit.slot-full', effect: true };
}

export function invite(
  state: State,
  wish: Extract<Wish, { act: 'cancel' | 'invite' | 'not-invite' | 'decline' }>,
  now: Date,
): Forecast {
  const { student, interview } = found(state, wish.interview);
  if (!mayDecide(state, wish.by, interview.project, student, ['head', 'coordinator']))
    return refuse('common.not-allowed');
  if (interview.state !== 'booked') return refuse('credit.interview-settled');
  if (!take(state, placeSeat(interview.project))) return { refused: 'credit.no-places-left', effect: true };
  interview.state = 'invited';
  interview.answerBy = endOfDay(addDays(localDate(now), 7)).getTime();
  return 'done';
}

const ends = {
  cancel: { to: 'cancelled', from: OPEN },
  decline: { to: 'declined', from: ['invited'] },
  'not-invite': { to: 'not-invited', from: ['booked'] },
} as const;

export function end(
  state: State,
  wish: Extract<Wish, { act: 'cancel' | 'invite' | 'not-invite' | 'decline' }>,
): Forecast {
  if (wish.act === 'invite') throw new Error('an invitation ends nothing');
  const { student, interview } = found(state, wish.interview);
  const { to, from } = ends[wish.act];
  if (
    wish.act === 'not-invite' &&
    !mayDecide(state, wish.by, interview.project, student, ['head', 'coordinator'])
  )
    return refuse('common.not-allowed');
  if (!(from as readonly string[]).includes(interview.state)) return refuse('credit.interview-settled');
  interview.state = to;
  return 'done';
}

export function accept(state: State, wish: Extract<Wish, { act: 'accept' }>, now: Date): Forecast {
  const { student: id, interview } = found(state, wish.interview);
  const student = state.students.get(id);
  if (!student || interview.state !== 'invited') return refuse('credit.interview-settled');
  if ((interview.answerBy ?? 0) < now.getTime()) return refuse('credit.invitation-lapsed');
  const year = calendarYear(now);
  const committed = student.credits.filter((each) => each.year === year && each.state !== 'left');
  const hours = committed.reduce((sum, each) => sum + each.target, 0);
  const isTaken = committed.some((each) => each.target === wish.target);
  if (activeOf(student) || hours + wish.target > 70 || isTaken) return refuse(null);
  for (const other of openOf(student)) other.state = 'cancelled';
  interview.state = 'accepted';
  student.credits.push({
    id: interview.id,
    project: interview.project,
    target: wish.target,
    year,
    startedOn: localDate(now),
    state: 'working',
    entries: [],
  });
  return 'done';
}
