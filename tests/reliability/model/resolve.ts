// A hint becomes a wish: which of the things that exist is meant, and who asks for it — mostly whoever may.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { addDays, localDate } from '../../../engine/kernel/calendar.ts';
import { activeOf, openOf } from './forecast-seats.ts';
import type { Hint } from './hint.ts';
import { nextFor } from './onward.ts';
import { booking, decider, heads, hosts, one, type Scene, standingOf, studentAt } from './scene.ts';
import type { Wish } from './wish.ts';
import type { Post } from './world/cast.ts';

/** @returns null where there is nothing that could be meant */
export function resolve(scene: Scene, hint: Hint): Wish | null {
  const student = studentAt(scene, hint.who);
  const { interviews } = standingOf(scene, student.id);
  switch (hint.act) {
    case 'onward':
      return nextFor(scene, hint);
    case 'book':
      return booking(scene, hint, student);
    case 'cancel':
    case 'decline': {
      const interview = one([...openOf({ interviews, credits: [] }), ...interviews], hint.which);
      return interview ? { act: hint.act, by: student, interview: interview.id } : null;
    }
    case 'accept': {
      const invited = interviews.filter(({ state }) => state === 'invited');
      const interview = one([...invited, ...interviews], hint.which % 4);
      const target = hint.by % 2 ? 50 : 20;
      return interview ? { act: 'accept', by: student, interview: interview.id, target } : null;
    }
    case 'invite':
    case 'not-invite': {
      const booked = interviews.filter(({ state }) => state === 'booked');
      const interview = one([...booked, ...interviews], hint.which % 4);
      if (!interview) return null;
      const by = decider(scene, hosts(scene, interview.project), student, hint.by);
      return { act: hint.act, by, interview: interview.id };
    }
    default:
      return resolveWork(scene, hint, student);
  }
}

function resolveWork(scene: Scene, hint: Hint, student: Actor): Wish | null {
  const { credits } = standingOf(scene, student.id);
  switch (hint.act) {
    case 'hours':
      return hoursOf(scene, hint, student);
    case 'report':
    case 'leave':
      return { act: hint.act, by: student };
    case 'decide-hours': {
      const entries = credits.flatMap(({ project, entries }) =>
        entries.map(({ id, state }) => ({ id, state, project })),
      );
      const open = entries.filter(({ state }) => state === 'reported');
      const entry = one([...open, ...entries], hint.which);
      if (!entry) return null;
      const by = decider(scene, hosts(scene, entry.project), student, hint.by);
      return { act: 'decide-hours', by, entry: entry.id, yes: hint.which % 3 > 0 };
    }
    case 'decide-report': {
      const credit = one(credits, hint.which);
      const by = credit && decider(scene, heads(scene, credit.project), student, hint.by);
      return credit && by ? { act: 'decide-report', by, credit: credit.id, yes: hint.which % 3 > 0 } : null;
    }
    default:
      return resolveOutcome(scene, hint, student);
  }
}

/** Sound ones, overlapping ones, future ones, too long ones, and ones from before the beginning. */
function hoursOf(scene: Scene, { which, by: n }: Hint, by: Actor): Wish {
  const credit = activeOf(standingOf(scene, by.id));
  const first = credit?.startedOn ?? localDate(scene.now);
  const date = addDays(first, (which % 6) - 1);
  const start = one(['09:00', '10:00', '13:30', '22:00'], n) ?? '09:00';
  const minutes = one([480, 240, 90, 60, 500], which + n) ?? 60;
  return { act: 'hours', by, date, start, minutes };
}

function resolveOutcome(scene: Scene, hint: Hint, student: Actor): Wish | null {
  const { state, cast } = scene;
  const yes = hint.which % 3 > 0;
  if (hint.act === 'accredit') {
    const organisation = cast.organisations[hint.who % 2 === 0 ? 0 : 1];
    const able: readonly Post[] = hint.who % 2 === 0 ? ['accreditor'] : ['network'];
    return { act: 'accredit', by: decider(scene, able, student, hint.by), organisation, yes };
  }
  if (hint.act === 'pay') {
    const credit = one([...state.payouts.keys()], hint.which);
    const by = decider(scene, ['financialCentre'], student, hint.by);
    return credit ? { act: 'pay', by, credit, yes } : null;
  }
  const credit = one([...state.recredits.keys()], hint.which);
  if (!credit) return null;
  const owner = cast.students.find(({ id }) => id === state.recredits.get(credit)?.student) ?? student;
  if (hint.act === 'request') return { act: 'request', by: hint.by % 5 === 0 ? student : owner, credit };
  return { act: 'recredit', by: decider(scene, ['registrar'], owner, hint.by), credit, yes };
}
