// A student leaves a project before its report is approved: the place is freed, confirmed hours of it are not paid.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { actingStudent, withCredit } from '../cases.ts';
import { projectLeft } from '../events.ts';
import { activeCredits } from '../facts.ts';
import { mayTransition } from '../states.ts';
import { students } from '../store.ts';
import { transition } from '../transitions.ts';

/** @returns the credit's id */
export async function leaveProject(ctx: EngineContext, command: Command): Promise<Result<string>> {
  const studentId = command.actor.id;
  await actingStudent(ctx, command);
  return change(ctx, students, studentId, command, (student) => {
    const [credit] = activeCredits(student);
    if (!credit || !mayTransition.credit(credit.state, 'left')) return refused('credit.no-participation');
    return ok({
      action: 'project left',
      set: { credits: withCredit(student, credit.id, { state: 'left' }) },
      events: [projectLeft({ student: studentId, credit: credit.id })],
      result: credit.id,
      details: transition('credit', credit.id, credit.state, 'left'),
    });
  });
}
