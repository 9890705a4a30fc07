// Review items of a whole project: after it was assigned to another manager, or a version gave way to the next.
import { refreshReview } from '../../../reviews/refresh.ts';
import type { EngineContext } from '../../context.ts';
import { projectOf } from '../project/cases.ts';
import { lastReport } from '../report/cases.ts';
import { grantorRoles } from '../roles.ts';
import { grantEvidence } from '../store.ts';
import { agreementReviews, versionSubject } from './agreement.ts';
import { evidenceReview } from './evidence.ts';
import { reportReview } from './report.ts';

export async function refreshProject(ctx: EngineContext, id: string): Promise<void> {
  const { versions } = await projectOf(ctx, id);
  for (const { no } of versions)
    for (const role of grantorRoles) await refreshReview(ctx, agreementReviews[role], versionSubject(id, no));
  const waiting = await grantEvidence.on(ctx.db).find({ project: id, state: 'sent' }, { _id: 1 }).lean();
  for (const { _id } of waiting) await refreshReview(ctx, evidenceReview, String(_id));
  const report = await lastReport(ctx, id);
  if (report?.state === 'sent') await refreshReview(ctx, reportReview, report._id);
}
