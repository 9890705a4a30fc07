// What students are told by each event and due date of the credit programme. Merged with the staff's in tell.ts.
import { text } from '../../../kernel/message.ts';
import type { TimerHandling } from '../../programme.ts';
import { studentStatus } from '../views/status.ts';
import * as invitations from './student-invitations.ts';
import { find, go, status, type Tell } from './student-message.ts';
import { payout, recredit, request } from './student-outcomes.ts';
import * as work from './student-work.ts';

/** What students are told, by event type. */
export const tellParticipant: Readonly<Record<string, Tell>> = {
  'credit.student-invited': invitations.invited,
  'credit.interview-not-invited': invitations.notInvited,
  'credit.interview-lapsed': invitations.lapsed,
  'credit.interview-declined': invitations.settled('card-declined'),
  'credit.interview-cancelled': invitations.settled('card-cancelled'),
  'credit.invitation-accepted': invitations.accepted,
  'credit.hours-confirmed': work.hoursConfirmed,
  'credit.hours-returned': work.hoursReturned,
  'credit.report-approved': work.reportApproved,
  'credit.report-returned': work.reportReturned,
  'credit.payout-ordered': payout('payout-ordered', status),
  'credit.payout-paid': payout('payout-paid', status),
  'credit.payout-failed': payout('payout-failed', go('identity', 'credit.identity')),
  'credit.recredit-granted': recredit('recredit-granted', request),
  'credit.recredit-requested': recredit('recredit-requested'),
  'credit.recredit-confirmed': recredit('recredit-confirmed', () => [status]),
  'credit.recredit-refused': recredit('recredit-refused', request),
  'credit.project-left': work.projectLeft,
};

/** What students are told on time, by timer kind. */
export const tellParticipantOnTime: Readonly<Record<string, TimerHandling>> = {
  'credit.interview-soon': invitations.interviewSoon,
  'credit.invitation-ends-soon': invitations.invitationEndsSoon,
};

/** The secure form was filled in: what it opens, and a way on. Events of people, by type. */
export const peopleTell: Readonly<Record<string, Tell>> = {
  'people.identity-given': async (ctx, event) => {
    const person = String(event.data.person);
    const { ibanTail, credits } = await studentStatus(ctx, person);
    const active = credits.find((credit) => credit.active);
    const isReady = active && active.state !== 'report-sent' && active.left === 0 && active.reported === 0;
    const next = isReady ? go('send-report', 'credit.send-report') : active ? status : find;
    const given = text('credit:notice.identity-given', { tail: ibanTail ?? '' });
    const { doubt } = event.data;
    const isDoubted = doubt === 'differs' || doubt === 'may-be-minor';
    const texts = [given, ...(isDoubted ? [text(`credit:notice.birth-date.${doubt}`)] : [])];
    const correct = isDoubted ? [[go('birth-date', 'credit.birth-date')]] : [];
    return [{ to: person, desk: 'participant', message: { texts, buttons: [...correct, [next]] } }];
  },
};
