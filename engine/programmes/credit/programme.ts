// The credit programme's manifest: what the rest of the engine, the dialogues and the API may use of it.

import { MINUTE, SECOND } from '../../kernel/clock.ts';
import type { Programme } from '../programme.ts';
import { appeals } from './appeals/appeals.ts';
import { personas } from './demo/cast.ts';
import { play } from './demo/chapter.ts';
import { desks } from './desks.ts';
import { enrolments } from './enrolment.ts';
import { eventTable, subscriptions } from './event-table.ts';
import { notifyParticipantOnTime } from './notices/participant.ts';
import { endUnconsented, personal } from './personal.ts';
import { populations } from './population.ts';
import { receipts } from './registers/receipts.ts';
import { reviewKinds } from './reviews/kinds.ts';
import { roles } from './roles.ts';
import { payouts, projects, recredits, students } from './store.ts';
import { finishSagas, reconcileSeats } from './sweeping.ts';
import { lapseInvitation } from './use-cases/lapse-invitation.ts';

export { CONSENT_PURPOSE, CONSENT_TEXT } from './consent.ts';
export { confirmedMinutes } from './facts.ts';
export { type DecisionAgain, decisionsAgain } from './registers/decisions.ts';
export * from './registers/money.ts';
export * from './registers/participants.ts';
export * from './registers/projects.ts';
export type { Placed, RowSearch } from './registers/rows.ts';
export * from './registers/student-work.ts';
export { hoursReview, payoutReview, reportReview } from './reviews/kinds.ts';
export {
  creditStates,
  type Direction,
  directions,
  entryStates,
  interviewStates,
  payoutStates,
  projectStates,
  recreditStates,
  type Target,
  targets,
} from './states.ts';
export { acceptInvitation, declineInvitation } from './use-cases/answer-invitation.ts';
export { bookInterview } from './use-cases/book-interview.ts';
export { cancelInterview, declineStudent } from './use-cases/cancel-interview.ts';
export { decideHours } from './use-cases/decide-hours.ts';
export { decideReport } from './use-cases/decide-report.ts';
export { giveConsent } from './use-cases/give-consent.ts';
export { inviteStudent } from './use-cases/invite-student.ts';
export { leaveProject } from './use-cases/leave-project.ts';
export { settlePayout } from './use-cases/payouts.ts';
export { publishProject } from './use-cases/publish-project.ts';
export { decideRecredit, requestRecredit } from './use-cases/recredits.ts';
export { registerStudent } from './use-cases/register-student.ts';
export { reportHours } from './use-cases/report-hours.ts';
export { sendReport } from './use-cases/send-report.ts';
export { type HostedProject, projectsHostedBy } from './views/hosted-projects.ts';
export { openProjects, type ProjectView, projectView } from './views/projects.ts';
export { returnedHours, returnedReport } from './views/returned.ts';
export * from './views/review-items.ts';
export { type CreditStatus, studentStatus } from './views/status.ts';

export const credit: Programme = {
  id: 'credit',
  title: 'credit:title',
  owners: [students, projects, payouts, recredits] as Programme['owners'][number][],
  events: eventTable,
  subscriptions,
  timers: {
    ...notifyParticipantOnTime,
    'credit.lapse-invitation': async (ctx, { data }) => {
      await lapseInvitation(ctx, String(data.id));
      return [];
    },
  },
  jobs: {
    'credit.finish-sagas': { every: 10 * SECOND, run: finishSagas },
    'credit.reconcile-seats': { every: 5 * MINUTE, run: reconcileSeats },
    'credit.end-unconsented': { every: 5 * MINUTE, run: endUnconsented },
  },
  personal,
  populations,
  enrolments,
  desks,
  roles,
  appeals,
  receipts,
  reviewKinds,
  demo: { personas, play },
  profile: ['name', 'birthDate', 'region', 'phone', 'university', 'year'],
  invariants: {},
};
