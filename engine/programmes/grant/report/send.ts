// The lead sends a report, and the grantor's chief manager accepts or returns it. The final one, accepted, ends the project's reporting.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { reportAccepted, reportReturned, reportSent } from '../events.ts';
import { projectOf } from '../project/cases.ts';
import { mayDecide, refuseOthers } from '../rights.ts';
import { mayTransition } from '../states.ts';
import { lastReport, reportOf, reportVersion, waitingReport } from './cases.ts';
import { type GrantReport, grantReports } from './store.ts';

/** The newest of the project, once. @returns its id */
export function sendReport(ctx: EngineContext, command: Command, id: string): Promise<Result<string>> {
  return change(ctx, grantReports, id, command, async ({ project, no, state }) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead');
    if (refusal) return refusal;
    if (!mayTransition.report(state, 'sent')) return refused('grant.report-sent-already');
    if ((await lastReport(ctx, project))?.no !== no) return refused('grant.report-newer');
    // Made in the very moment in which the one before was sent.
    if (await waitingReport(ctx, project)) return refused('grant.report-waits');
    return ok({
      action: 'report sent',
      set: { state: 'sent' as const, sentAt: ctx.clock.now() },
      events: [reportSent({ project, report: id })],
      result: id,
    });
  });
}

export type ReportDecision =
  | { readonly report: string; readonly accept: true }
  | { readonly report: string; readonly accept: false; readonly comment: string };

/** @returns the report's id */
export async function decideReport(
  ctx: EngineContext,
  command: Command,
  decision: ReportDecision,
): Promise<Result<string>> {
  const { project } = await reportOf(ctx, decision.report);
  if (!mayDecide(command.actor, await projectOf(ctx, project))) return refused('common.not-allowed');
  return change(ctx, grantReports, decision.report, command, (current) => {
    const blocked = refusalOf(command, current);
    if (blocked) return blocked;
    const { _id: report } = current;
    const comment = decision.accept ? null : decision.comment;
    return ok({
      action: decision.accept ? 'report accepted' : 'report returned',
      set: {
        state: decision.accept ? ('accepted' as const) : ('returned' as const),
        decision: { by: command.actor.id, at: ctx.clock.now(), comment },
      },
      events: [(decision.accept ? reportAccepted : reportReturned)({ project, report })],
      result: report,
    });
  });
}

function refusalOf(command: Command, current: GrantReport): Refused | null {
  if (current.state === 'made') return refused('grant.report-not-sent');
  if (current.state !== 'sent')
    return refused('common.already-decided', {
      by: current.decision?.by ?? null,
      at: current.decision?.at.toISOString() ?? null,
    });
  return refuseUnseen(command, reportVersion(current));
}
