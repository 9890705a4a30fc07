// The natural next step of a student: so that runs get as far as payouts, which blind chance hardly ever reaches.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { addDays, instantOf } from '../../../engine/kernel/calendar.ts';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import { activeOf } from './forecast-seats.ts';
import { minutesIn, standingOn } from './forecast-work.ts';
import type { Hint } from './hint.ts';
import { booking, heads, hosts, type Scene, standingOf, studentAt } from './scene.ts';
import type { ModelCredit } from './state.ts';
import type { Wish } from './wish.ts';
import type { Post } from './world/cast.ts';

/** @returns null where only time can bring the next step */
export function nextFor(scene: Scene, hint: Hint): Wish | null {
  const student = studentAt(scene, hint.who);
  const { interviews, credits } = standingOf(scene, student.id);
  const active = activeOf({ interviews, credits });
  if (active) return inWork(scene, active, student);
  const outcome = afterApproval(scene, student);
  if (outcome) return outcome;
  const invited = interviews.find(({ state }) => state === 'invited');
  if (invited) {
    const target = credits.some((credit) => credit.target === 20 && credit.state !== 'left') ? 50 : 20;
    return { act: 'accept', by: student, interview: invited.id, target };
  }
  const booked = interviews.find(({ state }) => state === 'booked');
  if (booked) return { act: 'invite', by: able(scene, hosts(scene, booked.project)), interview: booked.id };
  return booking(scene, hint, student);
}

function able(scene: Scene, posts: readonly Post[]): Actor {
  const [first = 'stranger'] = posts;
  return scene.cast.staff[first];
}

function inWork(scene: Scene, credit: ModelCredit, by: Actor): Wish | null {
  if (credit.state === 'report-sent')
    return {
      act: 'decide-report',
      by: able(scene, heads(scene, credit.project)),
      credit: credit.id,
      yes: true,
    };
  const open = credit.entries.find(({ state }) => state === 'reported');
  if (open)
    return { act: 'decide-hours', by: able(scene, hosts(scene, credit.project)), entry: open.id, yes: true };
  const missing = credit.target * 60 - minutesIn(credit, 'confirmed');
  if (missing <= 0) return { act: 'report', by };
  return freeDay(scene, credit, by, Math.min(480, missing));
}

/** The first day since the beginning on which nothing is reported yet. */
function freeDay(scene: Scene, credit: ModelCredit, by: Actor, minutes: number): Wish | null {
  const student = standingOf(scene, by.id);
  for (let day = 0; day < 60; day += 1) {
    const date = addDays(credit.startedOn, day);
    const ends = instantOf(date, '09:00').getTime() + minutes * MINUTE;
    if (ends > scene.now.getTime()) return null;
    if (standingOn(student, date).length === 0) return { act: 'hours', by, date, start: '09:00', minutes };
  }
  return null;
}

function afterApproval(scene: Scene, student: Actor): Wish | null {
  const { payouts, recredits } = scene.state;
  const { financialCentre, registrar } = scene.cast.staff;
  for (const [credit, payout] of payouts)
    if (payout.student === student.id && payout.state !== 'paid')
      return { act: 'pay', by: financialCentre, credit, yes: true };
  for (const [credit, recredit] of recredits) {
    if (recredit.student !== student.id || recredit.state === 'confirmed') continue;
    if (recredit.state === 'requested') return { act: 'recredit', by: registrar, credit, yes: true };
    return { act: 'request', by: student, credit };
  }
  return null;
}
