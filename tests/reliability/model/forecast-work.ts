// What must become of a wish about hours, reports, money and accreditation, when nothing else happens meanwhile.
import { holds } from '../../../engine/kernel/actor.ts';
import { instantOf, minutesOfDay } from '../../../engine/kernel/calendar.ts';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import { derivedId } from '../../../engine/kernel/ids.ts';
import { type Forecast, refuse } from './forecast-parts.ts';
import { activeOf, mayDecide } from './forecast-seats.ts';
import type { ModelCredit, ModelEntry, ModelStudent, State } from './state.ts';
import type { Wish } from './wish.ts';

const DAILY = 480;

export const minutesIn = (credit: ModelCredit, state: ModelEntry['state']): number =>
  credit.entries.filter((each) => each.state === state).reduce((sum, each) => sum + each.minutes, 0);

export function hours(
  state: State,
  wish: Extract<Wish, { act: 'hours' }>,
  command: string,
  now: Date,
): Forecast {
  const student = state.students.get(wish.by.id);
  const credit = student && activeOf(student);
  if (!student || !credit) return refuse('credit.no-participation');
  if (credit.state === 'report-sent') return refuse('credit.hours-closed');
  const project = state.projects.get(credit.project);
  const { date, start, minutes } = wish;
  if (date < credit.startedOn) return refuse('credit.hours-before-start');
  if (!project || date < project.from || date > project.to) return refuse('credit.hours-outside-project');
  if (instantOf(date, start).getTime() + minutes * MINUTE > now.getTime())
    return refuse('credit.hours-in-future');
  const that = standingOn(student, date);
  const from = minutesOfDay(start);
  const overlaps = (each: ModelEntry) =>
    from < minutesOfDay(each.start) + each.minutes && minutesOfDay(each.start) < from + minutes;
  if (from + minutes > 24 * 60) return refuse('credit.hours-past-midnight');
  if (that.some(overlaps)) return refuse('credit.hours-overlap');
  if (that.reduce((sum, each) => sum + each.minutes, minutes) > DAILY)
    return refuse('credit.too-many-hours-a-day');
  credit.entries.push({ id: derivedId(`entry ${command}`), date, start, minutes, state: 'reported' });
  return 'done';
}

export const standingOn = (student: ModelStudent, date: string): readonly ModelEntry[] =>
  student.credits
    .flatMap((credit) => credit.entries)
    .filter((each) => each.date === date && each.state !== 'returned');

export function decideHours(state: State, wish: Extract<Wish, { act: 'decide-hours' }>): Forecast {
  const all = [...state.students].flatMap(([id, student]) =>
    student.credits.flatMap((credit) => credit.entries.map((entry) => ({ id, student, credit, entry }))),
  );
  const found = all.find(({ entry }) => entry.id === wish.entry);
  if (!found) throw new Error(`the model knows no entry ${wish.entry}`);
  const { id, student, credit, entry } = found;
  if (!mayDecide(state, wish.by, credit.project, id, ['head', 'coordinator']))
    return refuse('common.not-allowed');
  if (entry.state !== 'reported') return refuse('common.already-decided');
  if (activeOf(student) !== credit) return refuse('credit.participation-over');
  entry.state = wish.yes ? 'confirmed' : 'returned';
  return 'done';
}

export function report(state: State, wish: Wish): Forecast {
  const student = state.students.get(wish.by.id);
  const credit = student && activeOf(student);
  if (!credit) return refuse('credit.no-participation');
  if (credit.state === 'report-sent') return refuse('credit.report-already-sent');
  if (minutesIn(credit, 'confirmed') < credit.target * 60) return refuse('credit.hours-not-complete');
  if (minutesIn(credit, 'reported') > 0) return refuse('credit.hours-undecided');
  credit.state = 'report-sent';
  return 'done';
}

export function leave(state: State, wish: Wish): Forecast {
  const student = state.students.get(wish.by.id);
  const credit = student && activeOf(student);
  if (!credit) return refuse('credit.no-participation');
  credit.state = 'left';
  return 'done';
}

type ByCredit = Extract<Wish, { act: 'decide-report' | 'pay' | 'recredit' }>;

export function decideReport(state: State, wish: ByCredit): Forecast {
  for (const [id, student] of state.students) {
    const credit = student.credits.find((each) => each.id === wish.credit);
    if (!credit) continue;
    if (!mayDecide(state, wish.by, credit.project, id, ['head'])) return refuse('common.not-allowed');
    if (credit.state !== 'report-sent') return refuse('common.already-decided');
    const organisation = state.projects.get(credit.project)?.organisation ?? '';
    const accredited = state.organisations.get(organisation)?.accreditation === 'accredited';
    if (wish.yes && !accredited) return refuse('credit.organisation-not-accredited');
    credit.state = wish.yes ? 'approved' : 'report-returned';
    return 'done';
  }
  throw new Error(`the model knows no credit ${wish.credit}`);
}

export function pay(state: State, wish: ByCredit): Forecast {
  const payout = state.payouts.get(wish.credit);
  if (!payout) throw new Error(`the model knows no payout ${wish.credit}`);
  if (!holds(wish.by, 'financial-centre', 'all')) return refuse('common.not-allowed');
  const to = wish.yes ? 'paid' : 'failed';
  if (payout.state === 'paid' || payout.state === to) return refuse('common.already-decided');
  payout.state = to;
  return 'done';
}

export function request(state: State, wish: Extract<Wish, { act: 'request' }>): Forecast {
  const recredit = state.recredits.get(wish.credit);
  if (!recredit) throw new Error(`the model knows no re-credit ${wish.credit}`);
  if (wish.by.id !== recredit.student) return refuse('common.not-allowed');
  if (recredit.state !== 'available' && recredit.state !== 'refused')
    return refuse('credit.recredit-requested');
  recredit.state = 'requested';
  return 'done';
}

export function decideRecredit(state: State, wish: ByCredit): Forecast {
  const recredit = state.recredits.get(wish.credit);
  if (!recredit) throw new Error(`the model knows no re-credit ${wish.credit}`);
  const may = holds(wish.by, 'registrar', `university:${recredit.university}`);
  if (!may || wish.by.id === recredit.student) return refuse('common.not-allowed');
  if (recredit.state !== 'requested') return refuse('common.already-decided');
  recredit.state = wish.yes ? 'confirmed' : 'refused';
  return 'done';
}

export function accredit(state: State, wish: Extract<Wish, { act: 'accredit' }>): Forecast {
  const organisation = state.organisations.get(wish.organisation);
  if (!organisation) throw new Error(`the model knows no organisation ${wish.organisation}`);
  const scope = organisation.kind === 'local' ? 'region:71' : 'network:nvs';
  const worksThere = wish.by.grants.some((each) => each.scope === `organisation:${wish.organisation}`);
  if (!holds(wish.by, 'accreditor', scope) || worksThere) return refuse('common.not-allowed');
  const isAccredited = organisation.accreditation === 'accredited';
  if (isAccredited === wish.yes) return refuse('common.already-decided');
  organisation.accreditation = wish.yes ? 'accredited' : 'revoked';
  return 'done';
}
