// The head of the organisation approves the report, or returns it with a comment. On approval the rules decide:
// only when all of credit.completion holds do the payout and the re-credit right come to be.
import type { Command } from '../../../kernel/actor.ts';
import { tenge } from '../../../kernel/money.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { organisationOf } from '../../../organisations/accreditation.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { creditCase, creditIn, rulesDayOf, withCredit } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { reportApproved, reportReturned } from '../events.ts';
import { completionFacts } from '../facts.ts';
import { reportVersion } from '../reviews/versions.ts';
import { refuseHead } from '../rights.ts';
import { mayTransition } from '../states.ts';
import { type Credit, type CreditStudent, students } from '../store.ts';
import { transition } from '../transitions.ts';
import { askRules, type Verdict } from '../verdict.ts';

export type ReportDecision =
  | { readonly creditId: string; readonly approve: true }
  | { readonly creditId: string; readonly approve: false; readonly comment: string };

/** @returns the credit's id */
export async function decideReport(
  ctx: EngineContext,
  command: Command,
  decision: ReportDecision,
): Promise<Result<string>> {
  const { student, credit } = await creditCase(ctx, decision.creditId);
  const refusal = refuseHead(command.actor, credit.organisationId, student._id);
  const blockedBy = refusal ?? (await refuseWithoutConsent(ctx, student._id));
  if (blockedBy) return blockedBy;
  const organisation = await organisationOf(ctx, credit.organisationId);
  return change(ctx, students, student._id, command, async (current) => {
    const now = creditIn(current, credit.id);
    if (now.state !== 'report-sent' || !now.report) return alreadyDecided(now);
    const unseen = refuseUnseen(command, reportVersion(now));
    if (unseen) return unseen;
    if (!decision.approve) return returned(ctx, command, current, now, decision.comment);
    const facts = completionFacts(now, true, organisation.accreditation === 'accredited');
    const verdict = await askRules(ctx.rules, 'credit.completion', rulesDayOf(now), facts);
    return verdict.ok ? approved(ctx, command, current, now, verdict.value) : verdict;
  });
}

const alreadyDecided = (credit: Credit) =>
  refused('common.already-decided', {
    by: credit.report?.decidedBy ?? null,
    at: credit.report?.decidedAt?.toISOString() ?? null,
  });

function reportAfter(
  ctx: EngineContext,
  command: Command,
  credit: Credit,
  comment: string | null,
): Credit['report'] {
  return (
    credit.report && { ...credit.report, comment, decidedBy: command.actor.id, decidedAt: ctx.clock.now() }
  );
}

function returned(
  ctx: EngineContext,
  command: Command,
  student: CreditStudent,
  credit: Credit,
  comment: string,
) {
  const patch = { state: 'report-returned' as const, report: reportAfter(ctx, command, credit, comment) };
  return ok({
    action: 'report returned',
    set: { credits: withCredit(student, credit.id, patch) },
    events: [reportReturned({ student: student._id, credit: credit.id })],
    result: credit.id,
    details: transition('credit', credit.id, credit.state, 'report-returned'),
  });
}

function approved(
  ctx: EngineContext,
  command: Command,
  student: CreditStudent,
  credit: Credit,
  verdict: Verdict,
) {
  if (!mayTransition.credit(credit.state, 'approved')) return alreadyDecided(credit);
  const entitlement = {
    payoutTenge: tenge(Number(verdict.parameters.payoutTenge)),
    academicCredits: Number(verdict.parameters.academicCredits),
    receipt: verdict.receipt,
    at: ctx.clock.now(),
  };
  const patch = { state: 'approved' as const, report: reportAfter(ctx, command, credit, null), entitlement };
  return ok({
    action: 'report approved',
    set: { credits: withCredit(student, credit.id, patch) },
    events: [reportApproved({ student: student._id, credit: credit.id })],
    result: credit.id,
    details: {
      payoutTenge: entitlement.payoutTenge,
      academicCredits: entitlement.academicCredits,
      receipt: verdict.receipt.hash,
      ...transition('credit', credit.id, credit.state, 'approved'),
    },
  });
}
