// What students are told by each event and due date of the credit programme. Merged with the staff's in tell.ts.
import { type Button, type Message, type Text, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import type { Notice, Settlement } from '../../../notify/notice.ts';
import type { EngineContext } from '../../context.ts';
import type { EventHandling, TimerHandling } from '../../programme.ts';
import {
  entryMatter,
  interviewMatter,
  payoutMatter,
  recreditMatter,
  reportMatter,
} from '../views/matters.ts';
import { studentStatus } from '../views/status.ts';

type Tell = NonNullable<EventHandling['tell']>;
type Event = Parameters<Tell>[1];

const go = (label: string, dialogue: string, argument = ''): Button => ({
  label: text(`credit:button.${label}`),
  action: { go: dialogue, argument },
});

const status = go('status', 'credit.status');
const find = go('find', 'credit.find');

const messageOf = (key: string, params: TextParams, ...buttons: readonly Button[]): Message => ({
  texts: [text(`credit:notice.${key}`, params)],
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
});

const toStudent = (event: Event, message: Message): readonly Notice[] => [
  { to: String(event.data.student), desk: 'participant', message },
];

/** The invitation is a card: it is settled when it is answered, lapses or falls away. */
const invitationCard = (interviewId: string): string => `invitation/${interviewId}`;

const settleInvitation = (interviewId: string, key: string, params: TextParams): Settlement => ({
  settles: invitationCard(interviewId),
  message: messageOf(key, params),
});

async function interviewOf(ctx: EngineContext, interviewId: string) {
  const { interview, project, organisation, student } = await interviewMatter(ctx, interviewId);
  const params = {
    project: project.title,
    organisation: organisation.name,
    address: project.address,
    at: interview.startsAt.toISOString(),
    by: (interview.answerBy ?? interview.startsAt).toISOString(),
    reason: interview.reason ?? '',
  };
  return { interview, params, studentId: student.id ?? '' };
}

const ofEvent = (ctx: EngineContext, event: Event) => interviewOf(ctx, String(event.data.interview));

const answers = (interviewId: string): readonly Button[] => [
  go('accept', 'credit.accept', interviewId),
  go('decline', 'credit.decline', interviewId),
];

const invited: Tell = async (ctx, event) => {
  const { interview, params } = await ofEvent(ctx, event);
  const message = messageOf('invited', params, ...answers(interview.id));
  const [notice] = toStudent(event, message);
  return notice ? [{ ...notice, card: invitationCard(interview.id) }] : [];
};

const notInvited: Tell = async (ctx, event) => {
  const { params } = await ofEvent(ctx, event);
  return toStudent(event, messageOf('not-invited', params, find));
};

const lapsed: Tell = async (ctx, event) => {
  const { interview, params } = await ofEvent(ctx, event);
  return [
    settleInvitation(interview.id, 'card-lapsed', params),
    ...toStudent(event, messageOf('lapsed', params, find)),
  ];
};

/** The student did this; only the card of the invitation has to follow. */
const settled =
  (key: string): Tell =>
  async (ctx, event) => {
    const { interview, params } = await ofEvent(ctx, event);
    return [settleInvitation(interview.id, key, params)];
  };

/** Acceptance ends the other open interviews: the student hears how many. */
const accepted: Tell = async (ctx, event) => {
  const { interview, params } = await ofEvent(ctx, event);
  const ended = Number(event.data.ended ?? 0);
  const others = ended > 0 ? toStudent(event, messageOf('others-ended', { ...params, count: ended })) : [];
  return [settleInvitation(interview.id, 'card-accepted', params), ...others];
};

async function hoursOf(ctx: EngineContext, event: Event) {
  const { credit, entry, required, project } = await entryMatter(ctx, String(event.data.entry));
  const confirmed = confirmedUpTo(credit, entry);
  return {
    project: project.title,
    date: entry.date,
    start: entry.start,
    minutes: entry.minutes,
    reason: entry.reason ?? '',
    confirmed,
    required,
    left: Math.max(0, required - confirmed),
    percent: Math.min(100, Math.floor((100 * confirmed) / required)),
  };
}

/** Minutes confirmed when this entry was: several confirmed at once are told as they added up. */
function confirmedUpTo(credit: Credit, entry: Entry): number {
  const at = (each: Entry): number => each.decidedAt?.getTime() ?? 0;
  const isBefore = (each: Entry, index: number): boolean =>
    at(each) < at(entry) || (at(each) === at(entry) && index <= credit.entries.indexOf(entry));
  return credit.entries
    .filter((each, index) => each.state === 'confirmed' && isBefore(each, index))
    .reduce((sum, each) => sum + each.minutes, 0);
}

const hoursConfirmed: Tell = async (ctx, event) => {
  const params = await hoursOf(ctx, event);
  return params.left > 0
    ? toStudent(event, messageOf('hours-confirmed', params, go('report-more', 'credit.report-hours')))
    : toStudent(event, messageOf('hours-complete', params, go('send-report', 'credit.send-report')));
};

const hoursReturned: Tell = async (ctx, event) =>
  toStudent(
    event,
    messageOf('hours-returned', await hoursOf(ctx, event), go('report-again', 'credit.report-hours')),
  );

async function reportOf(ctx: EngineContext, event: Event) {
  const { credit, project } = await reportMatter(ctx, String(event.data.credit));
  return {
    project: project.title,
    target: credit.target,
    comment: credit.report?.comment ?? '',
    amount: credit.entitlement?.payoutTenge ?? 0,
    count: credit.entitlement?.academicCredits ?? 0,
  };
}

const reportApproved: Tell = async (ctx, event) =>
  toStudent(event, messageOf('report-approved', await reportOf(ctx, event), status));

const reportReturned: Tell = async (ctx, event) => {
  const again = go('report-revise', 'credit.send-report');
  return toStudent(event, messageOf('report-returned', await reportOf(ctx, event), again));
};

const payout =
  (key: string, ...buttons: readonly Button[]): Tell =>
  async (ctx, event) => {
    const matter = await payoutMatter(ctx, String(event.data.credit));
    if (!matter) return [];
    const { amount, reason, bankReference } = matter.payout;
    const params = {
      amount,
      reason: reason ?? '',
      reference: bankReference ?? '',
      tail: matter.student.ibanTail ?? '',
    };
    return toStudent(event, messageOf(key, params, ...buttons));
  };

const recredit =
  (key: string, buttonsOf: (creditId: string) => readonly Button[] = () => []): Tell =>
  async (ctx, event) => {
    const creditId = String(event.data.credit);
    const matter = await recreditMatter(ctx, creditId);
    if (!matter) return [];
    const { academicCredits, reason } = matter.recredit;
    const params = { count: academicCredits, reason: reason ?? '', project: matter.project.title };
    return toStudent(event, messageOf(key, params, ...buttonsOf(creditId)));
  };

const request = (creditId: string): readonly Button[] => [
  go('request-recredit', 'credit.request-recredit', creditId),
];

const projectLeft: Tell = async (ctx, event) =>
  toStudent(event, messageOf('project-left', await reportOf(ctx, event), find));

/** What students are told, by event type. */
export const tellParticipant: Readonly<Record<string, Tell>> = {
  'credit.student-invited': invited,
  'credit.interview-not-invited': notInvited,
  'credit.interview-lapsed': lapsed,
  'credit.interview-declined': settled('card-declined'),
  'credit.interview-cancelled': settled('card-cancelled'),
  'credit.invitation-accepted': accepted,
  'credit.hours-confirmed': hoursConfirmed,
  'credit.hours-returned': hoursReturned,
  'credit.report-approved': reportApproved,
  'credit.report-returned': reportReturned,
  'credit.payout-ordered': payout('payout-ordered', status),
  'credit.payout-paid': payout('payout-paid', status),
  'credit.payout-failed': payout('payout-failed', go('identity', 'credit.identity')),
  'credit.recredit-granted': recredit('recredit-granted', request),
  'credit.recredit-requested': recredit('recredit-requested'),
  'credit.recredit-confirmed': recredit('recredit-confirmed', () => [status]),
  'credit.recredit-refused': recredit('recredit-refused', request),
  'credit.project-left': projectLeft,
};

const interviewSoon: TimerHandling = async (ctx, timer) => {
  const { interview, params, studentId } = await interviewOf(ctx, String(timer.data.id));
  if (interview.state !== 'booked' || interview.startsAt <= ctx.clock.now()) return [];
  const buttons = [go('interviews', 'credit.interviews')];
  return [{ to: studentId, desk: 'participant', message: messageOf('interview-soon', params, ...buttons) }];
};

const invitationEndsSoon: TimerHandling = async (ctx, timer) => {
  const { interview, params, studentId } = await interviewOf(ctx, String(timer.data.id));
  if (interview.state !== 'invited') return [];
  const message = messageOf('invitation-ends-soon', params, ...answers(interview.id));
  // The same card as the invitation: one answer settles both.
  return [{ to: studentId, desk: 'participant', message, card: invitationCard(interview.id) }];
};

/** What students are told on time, by timer kind. */
export const tellParticipantOnTime: Readonly<Record<string, TimerHandling>> = {
  'credit.interview-soon': interviewSoon,
  'credit.invitation-ends-soon': invitationEndsSoon,
};

/** The secure form was filled in: what it opens, and a way on. Events of people, by type. */
export const peopleTell: Readonly<Record<string, Tell>> = {
  'people.identity-given': async (ctx, event) => {
    const person = String(event.data.person);
    const { ibanTail, credits } = await studentStatus(ctx, person);
    const active = credits.find((credit) => credit.active);
    const isReady = active && active.state !== 'report-sent' && active.left === 0 && active.reported === 0;
    const next = isReady ? go('send-report', 'credit.send-report') : active ? status : find;
    const given: Text = text('credit:notice.identity-given', { tail: ibanTail ?? '' });
    return [{ to: person, desk: 'participant', message: { texts: [given], buttons: [[next]] } }];
  },
};
