// A student leaves a project before its end. What is lost is said before, not after.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { leaveProject } from '../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call, goButton, say } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { menuButton } from '../shared/endings.ts';
import { creditParams } from './credit-text.ts';
import { activeCredit, ending, type StudentTalk, statusOf, studentsOnly } from './student.ts';

export const leave: Dialogue<EngineContext> = dialogue('credit.leave', { version: 1 }, [
  studentsOnly,
  say('takes-part', async (talk) =>
    activeCredit(await statusOf(talk))
      ? { texts: [], next: 'on' }
      : ending('credit:reason.no-participation', undefined, menuButton()),
  ),
  confirm('sure', 'credit:leave.sure', leavingParams, { button: 'credit:button.leave' }),
  call('leave', (talk: StudentTalk) => leaveProject(talk.env, talk.command('leave')), {
    ok: () =>
      ending('credit:leave.done', undefined, goButton('credit:button.find', 'credit.find'), menuButton()),
  }),
]);

async function leavingParams(talk: StudentTalk) {
  const credit = activeCredit(await statusOf(talk));
  return credit ? creditParams(credit) : { project: '', confirmed: 0 };
}
