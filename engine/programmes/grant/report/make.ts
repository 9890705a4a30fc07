// The lead makes a report: what stands now is frozen in it under a document number. Until it is sent nobody decides on it.
import { createHash } from 'node:crypto';
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { canonicalJson } from '../../../kernel/canonical.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { reportMade } from '../events.ts';
import { countedIn, pieceOf } from '../evidence/cases.ts';
import { progressOf } from '../progress/progress.ts';
import { projectOf, versionInForce } from '../project/cases.ts';
import { refuseOthers } from '../rights.ts';
import type { GrantEvidence, GrantProject } from '../store.ts';
import { lastReport } from './cases.ts';
import {
  type GrantReport,
  grantReports,
  type ReportBase,
  type ReportedEvidence,
  type ReportKind,
} from './store.ts';

/** @returns the report's id */
export async function makeReport(
  ctx: EngineContext,
  command: Command,
  id: string,
  kind: ReportKind,
): Promise<Result<string>> {
  const refusal = refuseOthers(command.actor, id, 'grant-lead');
  if (refusal) return refusal;
  const project = await projectOf(ctx, id);
  const version = versionInForce(project);
  if (!version) return refused('grant.not-in-force');
  const last = await lastReport(ctx, id);
  const blocked = last && blockedBy(last);
  if (blocked) return blocked;
  const base = baseOf(project, await countedIn(ctx, id));
  const on = localDate(ctx.clock.now());
  const no = (last?.no ?? 0) + 1;
  const report = `${id}-${no}`;
  const made = await create(ctx, grantReports, report, command, {
    action: 'report made',
    set: {
      ...{ project: id, no, kind, version: version.no, base, on },
      percent: progressOf(version.plan, base.evidence.map(pieceOf), base).percent,
      docId: docIdOf({ kind, project: id, plan: version.hash, on, base }),
      ...{ state: 'made', madeBy: command.actor.id, madeAt: ctx.clock.now(), sentAt: null, decision: null },
    },
    events: [reportMade({ project: id, report })],
    result: report,
  });
  return made.created ? ok(made.result) : refused('common.already-done');
}

/** One waits for the grantor at a time, and nothing follows the final report. */
function blockedBy({ state, kind }: GrantReport): Refused | null {
  if (state === 'sent') return refused('grant.report-waits');
  return kind === 'final' && state === 'accepted' ? refused('grant.report-final') : null;
}

const baseOf = (
  { participants, trip, impact }: GrantProject,
  counted: readonly GrantEvidence[],
): ReportBase => ({ participants, trip, impact, evidence: counted.map(reported) });

/** Without who sent it, and without words about people. */
const reported = (evidence: GrantEvidence): ReportedEvidence => {
  const { _id, activity, serves, unit, kind, media, link } = evidence;
  const { quantity, people, of, date, participant, decision } = evidence;
  return {
    ...{ _id, activity, serves, unit, kind, media, link, quantity, people, of, date, participant },
    decision: decision && { ...decision, comment: null },
  };
};

const docIdOf = (content: unknown): string => {
  const digest = createHash('sha256').update(canonicalJson(content)).digest('hex').toUpperCase();
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}`;
};
