// The credit's block of the menu: one line on where they stand, then only what makes sense now.
import { text } from '../../../engine/kernel/message.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { Block } from '../desk-part.ts';
import { waitsForGuardian } from './consent.ts';
import { creditParams } from './credit-text.ts';
import { nextButtons } from './next-buttons.ts';
import { activeCredit, isStudent, type StudentStatus, type StudentTalk, statusOf } from './student.ts';

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
  return { taking: true, texts: [headline(status)], rows: buttons.map((each) => [each]) };
}

function headline(status: StudentStatus) {
  const active = activeCredit(status);
  const working = active && active.left > 0 ? 'credit:menu.working' : 'credit:menu.complete';
  if (active) return text(working, creditParams(active));
  const invited = status.openInterviews.filter((each) => each.state === 'invited').length;
  if (invited > 0) return text('credit:menu.invited', { count: invited });
  const count = status.openInterviews.length;
  return count > 0 ? text('credit:menu.interviews', { count }) : text('credit:menu.free');
}
