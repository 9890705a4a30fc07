// When the hours of the credit are confirmed, the student sends the report to the head of the organisation.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { type Person, people } from '../../../people/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { actingStudent, rulesDayOf, withCredit } from '../cases.ts';
import { refuseUnconsented } from '../consent.ts';
import { reportSent } from '../events.ts';
import { activeCredits, confirmedMinutes, reportedMinutes } from '../facts.ts';
import { admittedStill } from '../former.ts';
import { mayTransition } from '../states.ts';
import { type Credit, students } from '../store.ts';
import { transition } from '../transitions.ts';

export interface ReportText {
  readonly text: string;
  readonly media: readonly string[];
}

/** Minutes that the credit requires, by the rules in force when it began. */
export const requiredMinutes = (ctx: EngineContext, credit: Credit): number =>
  ctx.rules.tableNumber('credit', 'requiredMinutes', rulesDayOf(credit), credit.target);

/** @returns the credit's id */
export async function sendReport(
  ctx: EngineContext,
  command: Command,
  report: ReportText,
): Promise<Result<string>> {
  const studentId = command.actor.id;
  const unconsented = await refuseUnconsented(ctx, studentId);
  if (unconsented) return unconsented;
  await actingStudent(ctx, command);
  const person = await people.on(ctx.db).findById(studentId).lean();
  return change(ctx, students, studentId, command, async (student) => {
    const [credit] = activeCredits(student);
    if (!credit) return refused('credit.no-participation');
    const early = refusalOf(ctx, credit, person);
    if (early) return early;
    const admitted = await admittedStill(ctx, person, student, credit);
    if (admitted && !admitted.ok) return admitted;
    const sent = {
      ...report,
      media: [...report.media],
      sentAt: ctx.clock.now(),
      comment: null,
      decidedBy: null,
      decidedAt: null,
    };
    return ok({
      action: 'report sent',
      set: { credits: withCredit(student, credit.id, { state: 'report-sent', report: sent }) },
      events: [reportSent({ student: studentId, credit: credit.id })],
      result: credit.id,
      details: transition('credit', credit.id, credit.state, 'report-sent'),
    });
  });
}

function refusalOf(ctx: EngineContext, credit: Credit, person: Person | null): Refused | null {
  if (!mayTransition.credit(credit.state, 'report-sent')) return refused('credit.report-already-sent');
  const need = requiredMinutes(ctx, credit);
  const have = confirmedMinutes(credit);
  if (have < need) return refused('credit.hours-not-complete', { have, need, left: need - have });
  if (reportedMinutes(credit) > 0) return refused('credit.hours-undecided');
  return person?.sealedIban ? null : refused('credit.no-account');
}
