// The lead sends the plan to be agreed: it becomes a version that never changes again. A fault of the form keeps it back;
// warnings go with it.
import { createHash } from 'node:crypto';
import type { Command } from '../../../kernel/actor.ts';
import { canonicalJson } from '../../../kernel/canonical.ts';
import { ok, type Reason, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { planSent } from '../events.ts';
import { type Finding, faultsIn } from '../plan/findings/finding.ts';
import { findingsOf } from '../plan/findings/findings.ts';
import { versionInForce, versionSent } from '../project/cases.ts';
import { refuseOthers } from '../rights.ts';
import { type GrantProject, grantProjects, type Version } from '../store.ts';

/** A finding as a reason: its text says what to do. */
export const reasonFor = ({ code, params }: Finding): Reason => ({
  ...{ code: `grant.${code}`, key: `grant:finding.${code}`, params },
});

/** @returns the number of the version */
export function sendPlan(ctx: EngineContext, command: Command, project: string): Promise<Result<number>> {
  return change(ctx, grantProjects, project, command, (current) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead');
    if (refusal) return refusal;
    const faults = faultsIn(findingsOf(current.draft));
    if (faults.length > 0) return refusedFor(faults.map(reasonFor));
    const version = versionFrom(ctx, command, current);
    const standing = versionSent(current) ?? versionInForce(current);
    if (standing?.hash === version.hash) return refused('grant.plan-unchanged', { version: standing.no });
    return ok({
      action: 'plan sent',
      set: { versions: [...current.versions.map(withdrawn), version] },
      events: [planSent({ project, version: version.no })],
      result: version.no,
      details: { version: version.no, hash: version.hash },
    });
  });
}

/** One that still waited for signatures gives way to the new one. */
const withdrawn = (version: Version): Version =>
  version.state === 'sent' ? { ...version, state: 'replaced' } : version;

const versionFrom = (ctx: EngineContext, command: Command, { versions, draft }: GrantProject): Version => ({
  no: Math.max(0, ...versions.map(({ no }) => no)) + 1,
  plan: draft,
  hash: createHash('sha256').update(canonicalJson(draft)).digest('hex'),
  ...{ state: 'sent', sentBy: command.actor.id, sentAt: ctx.clock.now() },
  ...{ signatures: [], inForceAt: null, returned: null },
});
