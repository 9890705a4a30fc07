// What the credit programme puts before somebody for a decision, and who decides it. Heads are coordinators, too.
import { final, type ReviewKind, reversible } from '../../../reviews/kind.ts';
import type { EngineContext } from '../../context.ts';
import { hoursCard } from '../notices/cards-hours.ts';
import { interviewCard } from '../notices/cards-interview.ts';
import { payoutCard } from '../notices/cards-payout.ts';
import { recreditCard } from '../notices/cards-recredit.ts';
import { reportCard } from '../notices/cards-report.ts';
import { hoursDeciders } from '../notices/staff-recipients.ts';
import { undoHours } from '../use-cases/undo-hours.ts';
import { undoInvitation } from '../use-cases/undo-invitation.ts';
import { hoursOfWeek } from './hours-of-week.ts';
import { readHours, readInterview, readPayout, readRecredit, readReport } from './readings.ts';
import { afterInterview, remindAfter, toOperators } from './reminders.ts';
import { entryIds, interviewIds, payoutIds, recreditIds, reportIds } from './subjects.ts';

type Kind = ReviewKind<EngineContext>;

export const interviewReview: Kind = {
  id: 'interview',
  title: 'credit-staff:queue.kind.interview',
  roles: ['head', 'coordinator'],
  decisions: { 'credit.invite': reversible('invited'), 'credit.not-invite': final },
  undo: undoInvitation,
  remindAfter: afterInterview,
  read: readInterview,
  card: interviewCard,
  subjects: interviewIds,
};

export const hoursReview: Kind = {
  id: 'hours',
  title: 'credit-staff:queue.kind.hours',
  roles: ['head', 'coordinator'],
  decisions: {
    'credit.hours-confirm': reversible('confirmed'),
    'credit.hours-return': reversible('returned'),
  },
  undo: undoHours,
  bulk: hoursOfWeek,
  remindAfter: remindAfter('confirmReminderDays'),
  remindWhom: hoursDeciders,
  escalateTo: toOperators,
  read: readHours,
  card: hoursCard,
  subjects: entryIds,
};

export const reportReview: Kind = {
  id: 'report',
  title: 'credit-staff:queue.kind.report',
  roles: ['head'],
  decisions: { 'credit.report-approve': final, 'credit.report-return': final },
  remindAfter: remindAfter('reportReminderDays'),
  escalateTo: toOperators,
  read: readReport,
  card: reportCard,
  subjects: reportIds,
};

export const payoutReview: Kind = {
  id: 'payout',
  title: 'credit-staff:queue.kind.payout',
  roles: ['financial-centre'],
  decisions: { 'credit.payout-paid': final, 'credit.payout-fail': final },
  read: readPayout,
  card: payoutCard,
  subjects: payoutIds,
};

export const recreditReview: Kind = {
  id: 'recredit',
  title: 'credit-staff:queue.kind.recredit',
  roles: ['registrar'],
  decisions: { 'credit.recredit-confirm': final, 'credit.recredit-refuse': final },
  read: readRecredit,
  card: recreditCard,
  subjects: recreditIds,
};

export const reviewKinds: readonly Kind[] = [
  interviewReview,
  hoursReview,
  reportReview,
  payoutReview,
  recreditReview,
];
