// Every event of the credit programme: what follows from it, and who is notified. What each carries stands in events.ts.

import { on, type Subscriptions } from '../../parts/part.ts';
import { identityGiven } from '../../people/events.ts';
import { refreshes } from '../../reviews/refresh.ts';
import type { EngineContext } from '../context.ts';
import { certify } from './certificate.ts';
import * as events from './events.ts';
import { identityTaken } from './notices/participant.ts';
import * as staff from './notices/staff.ts';
import {
  hoursCards,
  interviewCards,
  payoutCards,
  recreditCards,
  reportCards,
} from './notices/staff-cards.ts';
import * as invitations from './notices/student-invitations.ts';
import { go, status } from './notices/student-message.ts';
import { payout, recredit, request } from './notices/student-outcomes.ts';
import * as work from './notices/student-work.ts';
import * as reactions from './reactions.ts';
import { hoursReview, interviewReview, payoutReview, recreditReview, reportReview } from './reviews/kinds.ts';

const ofInterview = { review: refreshes(interviewReview, ({ interview }: events.OfInterview) => interview) };
const ofHours = { review: refreshes(hoursReview, ({ entry }: events.OfEntry) => entry) };
const ofReport = { review: refreshes(reportReview, ({ credit }: events.OfCredit) => credit) };
const ofPayout = { review: refreshes(payoutReview, ({ credit }: events.OfCredit) => credit) };
const ofRecredit = { review: refreshes(recreditReview, ({ credit }: events.OfCredit) => credit) };
const freePlace = { ...ofInterview, seats: reactions.freeSeats('place') };
const freeBoth = { ...ofInterview, seats: reactions.freeSeats('both') };

export const eventTable: readonly Subscriptions<EngineContext>[] = [
  on(events.projectPublished, { notify: { staff: staff.projectPublished } }),
  on(events.interviewBooked, {
    follow: { ...ofInterview, reminders: reactions.watchInterview },
    notify: { staff: interviewCards.open },
  }),
  on(events.interviewCancelled, {
    follow: freeBoth,
    notify: {
      student: invitations.settled('card-cancelled'),
      staff: staff.interviewEnded('interview-cancelled'),
    },
  }),
  on(events.interviewNotInvited, {
    follow: freePlace,
    notify: { student: invitations.notInvited, staff: interviewCards.settled },
  }),
  on(events.interviewDeclined, {
    follow: freePlace,
    notify: {
      student: invitations.settled('card-declined'),
      staff: staff.interviewEnded('invitation-declined'),
    },
  }),
  on(events.interviewLapsed, {
    follow: freePlace,
    notify: { student: invitations.lapsed, staff: staff.interviewEnded('invitation-lapsed') },
  }),
  on(events.studentInvited, {
    follow: { ...ofInterview, reminders: reactions.watchInvitation },
    notify: { student: invitations.invited, staff: interviewCards.settled },
  }),
  on(events.invitationUndone, {
    follow: { ...ofInterview, seats: reactions.freeUndonePlace },
    notify: { student: invitations.settled('card-undone'), staff: interviewCards.settled },
  }),
  on(events.invitationAccepted, {
    follow: ofInterview,
    notify: { student: invitations.accepted, staff: staff.invitationAccepted },
  }),
  on(events.rulesMigrated, { notify: { student: work.rulesMigrated } }),
  on(events.hoursReported, {
    follow: ofHours,
    notify: { staff: hoursCards.open },
  }),
  on(events.hoursConfirmed, {
    follow: ofHours,
    notify: { student: work.hoursConfirmed, staff: hoursCards.settled },
  }),
  on(events.hoursDecisionUndone, {
    follow: ofHours,
    notify: { student: work.hoursDecisionUndone, staff: hoursCards.settled },
  }),
  on(events.hoursReturned, {
    follow: ofHours,
    notify: { student: work.hoursReturned, staff: hoursCards.settled },
  }),
  on(events.reportSent, {
    follow: ofReport,
    notify: { staff: reportCards.open },
  }),
  on(events.reportReturned, {
    follow: ofReport,
    notify: { student: work.reportReturned, staff: reportCards.settled },
  }),
  on(events.reportApproved, {
    follow: { ...ofReport, payout: reactions.order, recredit: reactions.grant },
    notify: { student: work.reportApproved, staff: staff.reportApproved },
  }),
  on(events.payoutOrdered, {
    follow: ofPayout,
    notify: { student: payout('payout-ordered', status), staff: payoutCards.open },
  }),
  on(events.payoutPaid, {
    follow: { ...ofPayout, certificate: certify },
    notify: { student: payout('payout-paid', status), staff: payoutCards.settled },
  }),
  on(events.payoutFailed, {
    follow: ofPayout,
    notify: {
      student: payout('payout-failed', go('identity', 'credit.identity')),
      staff: payoutCards.settled,
    },
  }),
  on(events.recreditGranted, {
    notify: { student: recredit('recredit-granted', request), staff: staff.recreditGranted },
  }),
  on(events.recreditRequested, {
    follow: ofRecredit,
    notify: { student: recredit('recredit-requested'), staff: recreditCards.open },
  }),
  on(events.recreditConfirmed, {
    follow: ofRecredit,
    notify: { student: recredit('recredit-confirmed', () => [status]), staff: recreditCards.settled },
  }),
  on(events.recreditRefused, {
    follow: ofRecredit,
    notify: { student: recredit('recredit-refused', request), staff: recreditCards.settled },
  }),
  on(events.recreditTakenBack, { follow: ofRecredit }),
  on(events.projectLeft, {
    follow: { review: reactions.withdrawReviews, seats: reactions.freePlaceOfLeaver },
    notify: { student: work.projectLeft, staff: staff.projectLeft },
  }),
];

/** Events of the shared rooms that mean something here. */
export const subscriptions: readonly Subscriptions<EngineContext>[] = [
  on(identityGiven, { notify: { student: identityTaken } }),
];
