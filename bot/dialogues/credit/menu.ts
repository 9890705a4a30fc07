// The participant's menu: one line on where they stand, then only what makes sense now.
import { type Text, text } from '../../../engine/kernel/message.ts';
import { wardsOf } from '../../../engine/people/guardians.ts';
import type { Prompt } from '../../dialogue/step.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import { waitsForGuardian } from './consent.ts';
import { creditParams, reportStep } from './credit-text.ts';
import { nextButtons } from './next-buttons.ts';
import {
  activeCredit,
  type InterviewStatus,
  isStudent,
  type StudentStatus,
  type StudentTalk,
  statusOf,
} from './student.ts';

const always = [
  [goButton('common:button.language', 'shared.language'), goButton('common:button.help', 'shared.help')],
];

export async function menu(talk: StudentTalk): Promise<Prompt> {
  const wards = await wardButtons(talk);
  if (!isStudent(talk)) {
    const register = goButton('credit:button.register', 'credit.register');
    const key = wards.length > 0 ? 'guardian:menu' : 'credit:menu.guest';
    return { texts: [text(key)], buttons: [...wards, [register], ...always] };
  }
  if (await waitsForGuardian(talk)) {
    const invite = goButton('guardian:button.invite', 'guardian.invite');
    return { texts: [text('guardian:needed')], buttons: [[invite], ...always] };
  }
  const status = await statusOf(talk);
  const rows = [...nextButtons(status), goButton('credit:button.status', 'credit.status')].map((each) => [
    each,
  ]);
  return { texts: headline(status), buttons: [...rows, ...wards, ...always] };
}

/** For whoever is the legal representative of a participant. */
async function wardButtons({ env, actor }: StudentTalk) {
  const isGuardian = (await wardsOf(env, actor.id)).length > 0;
  return isGuardian ? [[goButton('guardian:button.wards', 'guardian.wards')]] : [];
}

function headline(status: StudentStatus): readonly Text[] {
  const active = activeCredit(status);
  if (active)
    return [
      text(`credit:menu.${active.left > 0 ? 'working' : 'complete'}`, creditParams(active)),
      ...reportStep(active),
    ];
  const invited = status.openInterviews.filter((each) => each.state === 'invited');
  if (invited.length > 0)
    return [text('credit:menu.invited', { count: invited.length, by: firstDue(invited) })];
  const count = status.openInterviews.length;
  return [count > 0 ? text('credit:menu.interviews', { count }) : text('credit:menu.free')];
}

/** When the first of these invitations lapses: each has its own time to answer. */
const firstDue = (invited: readonly InterviewStatus[]): string =>
  new Date(
    Math.min(...invited.map(({ answerBy, startsAt }) => (answerBy ?? startsAt).getTime())),
  ).toISOString();
