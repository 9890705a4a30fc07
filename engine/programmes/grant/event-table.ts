// Every event of the grant programme: what follows from it, and who is notified. What each carries stands in events.ts.
import { on, type Subscriptions } from '../../parts/part.ts';
import { refreshReview } from '../../reviews/refresh.ts';
import type { EngineContext } from '../context.ts';
import { issueCourseCertificates } from './attendance/courses.ts';
import { followList } from './attendance/follow.ts';
import * as events from './events.ts';
import * as evidence from './notices/evidence.ts';
import * as plan from './notices/plan.ts';
import * as report from './notices/report.ts';
import { sendExport, sendFigure } from './questionnaires/follow.ts';
import { watchActivities } from './reminders/due-dates.ts';
import { agreementReviews, versionSubject } from './reviews/agreement.ts';
import { evidenceReview } from './reviews/evidence.ts';
import { refreshProject } from './reviews/of-project.ts';
import { reportReview } from './reviews/report.ts';
import { grantorRoles } from './roles.ts';

const ofEvidence = {
  review: (ctx: EngineContext, { data }: { readonly data: events.OfEvidence }) =>
    refreshReview(ctx, evidenceReview, data.evidence),
};

/** What may have been the list of a gathering. */
const ofList = { ...ofEvidence, list: followList };
const ofReport = {
  review: (ctx: EngineContext, { data }: { readonly data: events.OfReport }) =>
    refreshReview(ctx, reportReview, data.report),
};

const ofVersion = {
  review: async (ctx: EngineContext, { data }: { readonly data: events.OfVersion }) => {
    for (const role of grantorRoles)
      await refreshReview(ctx, agreementReviews[role], versionSubject(data.project, data.version));
  },
};

const ofProject = {
  reviews: (ctx: EngineContext, { data }: { readonly data: events.OfProject }) =>
    refreshProject(ctx, data.project),
};

export const eventTable: readonly Subscriptions<EngineContext>[] = [
  on(events.projectRegistered),
  on(events.managerAssigned, { follow: ofProject }),
  on(events.planSent, { follow: { ...ofVersion, ...ofProject }, notify: { president: plan.planSent } }),
  on(events.planSigned, {
    follow: ofVersion,
    notify: { next: plan.nextSigns, signed: plan.settleSigned },
  }),
  on(events.planReturned, { follow: ofVersion, notify: { lead: plan.planReturned } }),
  on(events.planAgreed, { follow: { reminders: watchActivities }, notify: { team: plan.planAgreed } }),
  on(events.evidenceSent, { follow: ofEvidence, notify: { manager: evidence.evidenceWaits } }),
  on(events.evidenceAccepted, {
    follow: ofEvidence,
    notify: { sender: evidence.evidenceDecided, staff: evidence.settleEvidence },
  }),
  on(events.evidenceReturned, {
    follow: ofList,
    notify: { sender: evidence.evidenceDecided, staff: evidence.settleEvidence },
  }),
  on(events.evidenceReopened, {
    follow: ofList,
    notify: { sender: evidence.evidenceReopened, staff: evidence.settleEvidence },
  }),
  on(events.evidenceUndone, { follow: ofList, notify: { staff: evidence.settleEvidence } }),
  on(events.courseCertified, { follow: { certificates: issueCourseCertificates } }),
  on(events.questionnaireClosed, { follow: { figure: sendFigure, export: sendExport } }),
  on(events.reportMade),
  on(events.reportSent, { follow: ofReport, notify: { manager: report.reportWaits } }),
  on(events.reportAccepted, {
    follow: ofReport,
    notify: { team: report.reportAccepted, staff: report.settleReport },
  }),
  on(events.reportReturned, {
    follow: ofReport,
    notify: { lead: report.reportReturned, staff: report.settleReport },
  }),
];
