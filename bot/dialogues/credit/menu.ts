// The credit's block of the menu: one line on where they stand, then only what makes sense now.
import { type Text, text } from '../../../engine/kernel/message.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { Block } from '../desk-part.ts';
import { waitsForGuardian } from './consent.ts';
import { creditParams, reportStep, returnedHours } from './credit-text.ts';
import { nextButtons } from './next-buttons.ts';
import {
  activeCredit,
  type InterviewStatus,
  isStudent,
  type StudentStatus,
  type StudentTalk,
  statusOf,
} from './student.ts';

export async function menu(talk: StudentTalk): Promise<Block & { readonly taking: boolean }> {
  if (!isStudent(talk)) {
    const register = goButton('credit:button.register', 'credit.register');
    return { taking: false, texts: [text('credit:menu.guest')], rows: [[register]] };
  }
  if (await waitsForGuardian(talk)) {
    const invite = goButton('guardian:button.invite', 'guardian.invite');
    return { taking: true, texts: [text('guardian:needed')], rows: [[invite]] };
  }
  const status = await statusOf(talk);
  const buttons = [...nextButtons(status), goButton('credit:button.status', 'credit.status')];
  return { taking: true, texts: headline(status), rows: buttons.map((each) => [each]) };
}

function headline(status: StudentStatus): readonly Text[] {
  const active = activeCredit(status);
  if (active)
    return [
      text(`credit:menu.${active.left > 0 ? 'working' : 'complete'}`, creditParams(active)),
      ...returnedHours(active),
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
