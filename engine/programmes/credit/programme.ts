// The credit programme's manifest: what the rest of the engine, the dialogues and the API may use of it.
import { MINUTE, SECOND } from '../../kernel/clock.ts';
import { CHECK_TIMER, checkAgain } from '../../people/signature-check.ts';
import type { EventHandling, Programme } from '../programme.ts';
import { certify } from './certificate.ts';
import { tellOf, tellOnTime } from './notices/tell.ts';
import { endUnconsented, personal } from './personal.ts';
import { populations } from './population.ts';
import * as reactions from './reactions.ts';
import { payouts, projects, recredits, students } from './store.ts';
import { finishSagas, reconcileSeats } from './sweeping.ts';
import { lapseInvitation } from './use-cases/lapse-invitation.ts';

export { CONSENT_PURPOSE, CONSENT_TEXT } from './consent.ts';
export { confirmedMinutes } from './facts.ts';
export { openCard, settledCard } from './notices/cards.ts';
export { type Standing, standing } from './notices/cards-standing.ts';
export { peopleTell } from './notices/participant.ts';
export { type DecisionAgain, decisionsAgain } from './registers/decisions.ts';
export * from './registers/money.ts';
export * from './registers/participants.ts';
export * from './registers/projects.ts';
export type { Placed, RowSearch } from './registers/rows.ts';
export * from './registers/student-work.ts';
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
export * from './views/matters.ts';
export { openProjects, type ProjectView, projectView } from './views/projects.ts';
export { type Matter, type MatterKind, matterKinds, queueOf } from './views/queue.ts';
export { type CreditStatus, studentStatus } from './views/status.ts';

/** What each event leads to, besides being told. */
const reactionOf: Readonly<Record<string, EventHandling['react']>> = {
  'credit.project-published': undefined,
  'credit.interview-booked': reactions.watchInterview,
  'credit.interview-cancelled': reactions.freeSeats('both'),
  'credit.interview-not-invited': reactions.freeSeats('place'),
  'credit.interview-declined': reactions.freeSeats('place'),
  'credit.interview-lapsed': reactions.freeSeats('place'),
  'credit.student-invited': reactions.watchInvitation,
  'credit.invitation-accepted': undefined,
  'credit.hours-reported': reactions.watchWaiting('hours'),
  'credit.hours-confirmed': undefined,
  'credit.hours-returned': undefined,
  'credit.report-sent': reactions.watchWaiting('report'),
  'credit.report-returned': undefined,
  'credit.report-approved': reactions.entitle,
  'credit.payout-ordered': undefined,
  'credit.payout-paid': certify,
  'credit.payout-failed': undefined,
  'credit.recredit-granted': undefined,
  'credit.recredit-requested': undefined,
  'credit.recredit-confirmed': undefined,
  'credit.recredit-refused': undefined,
  'credit.project-left': reactions.freePlaceOfLeaver,
};

const events = Object.fromEntries(
  Object.entries(reactionOf).map(([type, react]): [string, EventHandling] => {
    const tell = tellOf[type];
    return [type, { ...(react && { react }), ...(tell && { tell }) }];
  }),
);

export const credit: Programme = {
  id: 'credit',
  owners: [students, projects, payouts, recredits] as Programme['owners'][number][],
  events,
  timers: {
    ...tellOnTime,
    [CHECK_TIMER]: async (ctx, { data }) => {
      const { person, cause, attempt } = data;
      const due = { person: String(person), cause: String(cause), attempt: Number(attempt) };
      await checkAgain(ctx, ctx.signatures ?? null, due);
      return [];
    },
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
};
