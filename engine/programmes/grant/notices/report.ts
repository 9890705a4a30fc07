// Who hears of a report: the manager when it is sent, the team when it is accepted, the lead when it comes back.
import { openCard, subjectOf } from '../../../reviews/card.ts';
import { settlementOf } from '../../../reviews/settlement.ts';
import type { EngineContext } from '../../context.ts';
import type { OfReport } from '../events.ts';
import { projectOf, versionOf } from '../project/cases.ts';
import { reportOf } from '../report/cases.ts';
import { reportReview } from '../reviews/report.ts';
import { teamRoles } from '../roles.ts';
import { themeParams } from '../views/names.ts';
import { go, messageOf, type NotifyOf, teamOf, toStaff, toTeam } from './messages.ts';

export const reportWaits: NotifyOf<OfReport> = async (ctx, { data }) => {
  const { manager } = await projectOf(ctx, data.project);
  if (manager === null) return [];
  const card = await openCard(ctx, reportReview, data.report);
  return toStaff([manager], card, subjectOf(reportReview.id, data.report));
};

export const settleReport: NotifyOf<OfReport> = async (ctx, { data }) => [
  await settlementOf(ctx, reportReview, data.report),
];

async function of(ctx: EngineContext, { project: id, report: reportId }: OfReport) {
  const report = await reportOf(ctx, reportId);
  const { plan } = versionOf(await projectOf(ctx, id), report.version);
  const params = { ...themeParams(plan), comment: report.decision?.comment ?? '' };
  return { report, params, open: go('report', 'grant.report', `${id} ${reportId}`) };
}

export const reportAccepted: NotifyOf<OfReport> = async (ctx, { data }) => {
  const { report, params, open } = await of(ctx, data);
  const message = messageOf(`report.accepted.${report.kind}`, params, open);
  return toTeam(await teamOf(ctx, data.project, ...teamRoles), message);
};

export const reportReturned: NotifyOf<OfReport> = async (ctx, { data }) => {
  const { report, params, open } = await of(ctx, data);
  const message = messageOf(`report.returned.${report.kind}`, params, open);
  return toTeam(await teamOf(ctx, data.project, 'grant-lead'), message);
};
