// The grant programme's manifest: what the rest of the engine, the dialogues and the API may use of it.

import type { Programme } from '../programme.ts';
import { appeals } from './appeals/appeals.ts';
import { attendanceWord } from './attendance/outside.ts';
import { grantAttendees, grantGatherings } from './attendance/store.ts';
import { personas } from './demo/cast.ts';
import { play } from './demo/chapter.ts';
import { desks } from './desks.ts';
import { eventTable } from './event-table.ts';
import { uncountedTotals } from './invariants.ts';
import { personal } from './personal.ts';
import { grantContacts, grantQuestionnaires } from './questionnaires/store.ts';
import { remindOnTime } from './reminders/remind.ts';
import { reportDocument } from './report/document.ts';
import { grantReports } from './report/store.ts';
import { agreementReviews } from './reviews/agreement.ts';
import { evidenceReview } from './reviews/evidence.ts';
import { reportReview } from './reviews/report.ts';
import { grantorRoles, roles } from './roles.ts';
import { scopeKinds } from './scope-kinds.ts';
import { grantEvidence, grantProjects } from './store.ts';

export { assignManager } from './agreement/assign.ts';
export { agreementVersion, nextSignatory } from './agreement/order.ts';
export { reasonFor, sendPlan } from './agreement/send-plan.ts';
export { returnPlan, signPlan } from './agreement/sign.ts';
export { confirmAttendance, confirmRefusal } from './attendance/confirm.ts';
export { removeAttendee } from './attendance/correct.ts';
export { certifyCourse, courseOf } from './attendance/courses.ts';
export {
  attendeesOf,
  findGathering,
  gatheringsIn,
  isPresent,
  openGathering,
  presentAt,
  seenGathering,
} from './attendance/gatherings.ts';
export { type EventLinkKind, eventCodePage, eventInLink, eventLink } from './attendance/link.ts';
export { attendancePage } from './attendance/outside.ts';
export { attendedBy } from './attendance/personal.ts';
export { listAskedIn, sendAttendance } from './attendance/send.ts';
export { type Attendee, type Gathering, gatheringStates } from './attendance/store.ts';
export { type OwedReport, owedReports, reportAskedIn, sendTripReport } from './attendance/trip-report.ts';
export { evidenceOf } from './evidence/cases.ts';
export { amountIn, decideEvidence, isDivisible, reopenEvidence } from './evidence/decide.ts';
export { linkOf, networks } from './evidence/networks.ts';
export type { NewEvidence } from './evidence/offered.ts';
export { sendEvidence } from './evidence/send.ts';
export { countedByList, sharableWith } from './evidence/sharing.ts';
export { sendSurveyFigure } from './evidence/survey-figure.ts';
export { undoEvidence } from './evidence/undo.ts';
export { evidenceVersion } from './evidence/version.ts';
export { setImpact } from './impact/facts.ts';
export type { Imported, ImportFault } from './import/imported.ts';
export { readAnnex } from './import/read-annex.ts';
export { readWorkbook } from './import/read-workbook.ts';
export { writeWorkbook } from './import/write-workbook.ts';
export { balanceOf, setMoney } from './money/totals.ts';
export { blankGeneral, blankPlan } from './plan/blank.ts';
export type { Finding } from './plan/findings/finding.ts';
export { findingsOf } from './plan/findings/findings.ts';
export { draftFindings, warningsOfGeneral } from './plan/findings/of-draft.ts';
export {
  isOnLists,
  isPopulation,
  type Measure,
  measureOf,
  type Population,
  populations,
} from './plan/measure.ts';
export * from './plan/shape.ts';
export { type EvidenceKind, evidenceKinds, isFigure, kindsOf, type Unit, units } from './plan/units.ts';
export { type Words, wordsIn, written } from './plan/words.ts';
export type { Measured } from './progress/measured.ts';
export {
  type ActivityProgress,
  activityIn,
  type IndicatorProgress,
  indicatorsIn,
  type PlanProgress,
} from './progress/progress.ts';
export { type ActivityState, activityStates } from './progress/verdict.ts';
export { setParticipants, setTrip } from './project/bases.ts';
export { planOf, projectOf, seenProject, versionInForce, versionOf, versionSent } from './project/cases.ts';
export {
  addActivity,
  addIndicator,
  addTask,
  importPlan,
  writeGeneral,
  writeImpact,
} from './project/draft.ts';
export { registerProject } from './project/register.ts';
export { surveysAskedIn } from './questionnaires/asked.ts';
export { closeQuestionnaire } from './questionnaires/close.ts';
export { CONTACTS_PURPOSE, contactsOn, giveContact } from './questionnaires/contacts.ts';
export {
  type QuestionnaireStanding,
  questionnairesSeenBy,
  standingOfQuestionnaire,
} from './questionnaires/figures.ts';
export {
  admitToQuestionnaire,
  findQuestionnaire,
  openQuestionnaire,
  questionnairesIn,
  seenQuestionnaire,
} from './questionnaires/open.ts';
export { contactsAskedIn, sendContacts } from './questionnaires/send-contacts.ts';
export { type Questionnaire, questionnaireStates } from './questionnaires/store.ts';
export {
  lastReport,
  reportOf,
  reportsSeenBy,
  reportVersion,
  type SeenReport,
  seenReport,
} from './report/cases.ts';
export { openReport, reportDocument } from './report/document.ts';
export { makeReport } from './report/make.ts';
export { decideReport, sendReport } from './report/send.ts';
export { type GrantReport, type ReportKind, reportKinds } from './report/store.ts';
export { agreementReviews, postOf, subjectParts, versionSubject } from './reviews/agreement.ts';
export { evidenceReview } from './reviews/evidence.ts';
export { reportReview } from './reviews/report.ts';
export { isTeam, mayDecide, maySee, maySend, seesContacts } from './rights.ts';
export * from './roles.ts';
export { sampleAnnex, samplePlan } from './sample/sample.ts';
export { evidenceStates, reportStates, versionStates } from './states.ts';
export { type GrantEvidence, type GrantProject, signatories, type Version } from './store.ts';
export { addMember, declareNone, nameMember } from './team/members.ts';
export { evidenceSeenBy, seenEvidence } from './views/evidence.ts';
export * from './views/names.ts';
export { ownProjects, projectsSeenBy, refuseStrangers } from './views/projects.ts';
export { lateIn, type ProjectStanding, standingOf, verdictOf } from './views/standing.ts';
export { unsettledIn } from './views/unsettled.ts';

export const grant: Programme = {
  id: 'grant',
  title: 'grant:title',
  owners: [
    ...[grantProjects, grantEvidence, grantGatherings, grantAttendees],
    ...[grantQuestionnaires, grantContacts, grantReports],
  ] as unknown as Programme['owners'][number][],
  events: eventTable,
  timers: remindOnTime,
  jobs: {},
  personal,
  desks,
  roles,
  scopeKinds,
  outsideWords: [attendanceWord],
  appeals,
  reviewKinds: [evidenceReview, reportReview, ...grantorRoles.map((role) => agreementReviews[role])],
  documents: [reportDocument],
  demo: { personas, play },
  profile: ['name', 'phone'],
  invariants: { 'what counts was accepted, and holds its files': uncountedTotals },
};
