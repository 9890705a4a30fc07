// What the credit programme announces: each event with what it carries. What follows is told in event-table.ts.
import Type, { type Static } from 'typebox';
import { event } from '../../store/event.ts';

const OfInterview = Type.Object({ student: Type.String(), interview: Type.String() });
const OfEntry = Type.Object({ student: Type.String(), credit: Type.String(), entry: Type.String() });
/** `credit` is also the id of its report, its payout and its re-credit. */
const OfCredit = Type.Object({ student: Type.String(), credit: Type.String() });
export type OfInterview = Static<typeof OfInterview>;
export type OfEntry = Static<typeof OfEntry>;
export type OfCredit = Static<typeof OfCredit>;

export const projectPublished = event(
  'credit.project-published',
  Type.Object({ project: Type.String(), organisation: Type.String() }),
);

export const interviewBooked = event('credit.interview-booked', OfInterview);
export const interviewCancelled = event('credit.interview-cancelled', OfInterview);
export const interviewNotInvited = event('credit.interview-not-invited', OfInterview);
export const interviewDeclined = event('credit.interview-declined', OfInterview);
export const interviewLapsed = event('credit.interview-lapsed', OfInterview);
export const invitationUndone = event(
  'credit.invitation-undone',
  Type.Object({
    student: Type.String(),
    interview: Type.String(),
    /** The attempt under which the place was held. */
    holder: Type.String(),
  }),
);
export const studentInvited = event(
  'credit.student-invited',
  Type.Object({ student: Type.String(), interview: Type.String(), answerBy: Type.String() }),
);
export const invitationAccepted = event(
  'credit.invitation-accepted',
  Type.Object({
    student: Type.String(),
    interview: Type.String(),
    /** How many other interviews ended with it. */
    ended: Type.Integer(),
  }),
);

export const hoursReported = event('credit.hours-reported', OfEntry);
export const hoursConfirmed = event('credit.hours-confirmed', OfEntry);
export const hoursDecisionUndone = event('credit.hours-decision-undone', OfEntry);
export const hoursReturned = event('credit.hours-returned', OfEntry);
export const reportSent = event('credit.report-sent', OfCredit);
export const reportReturned = event('credit.report-returned', OfCredit);
export const reportApproved = event('credit.report-approved', OfCredit);
export const rulesMigrated = event('credit.rules-migrated', OfCredit);
export const projectLeft = event('credit.project-left', OfCredit);

export const payoutOrdered = event('credit.payout-ordered', OfCredit);
export const payoutPaid = event('credit.payout-paid', OfCredit);
export const payoutFailed = event('credit.payout-failed', OfCredit);
export const recreditGranted = event('credit.recredit-granted', OfCredit);
export const recreditRequested = event('credit.recredit-requested', OfCredit);
export const recreditConfirmed = event('credit.recredit-confirmed', OfCredit);
export const recreditRefused = event('credit.recredit-refused', OfCredit);
/** The person is being erased: nobody is left to be re-credited. */
export const recreditTakenBack = event('credit.recredit-taken-back', OfCredit);
