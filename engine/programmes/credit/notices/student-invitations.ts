// What students are told about interviews and invitations, as they happen and on time.
import { DAY } from '../../../kernel/clock.ts';
import type { Button } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import type { Settlement } from '../../../notify/notice.ts';
import type { TimerHandling } from '../../../parts/part.ts';
import type { EventOf, Happened } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import type { invitationAccepted, OfInterview } from '../events.ts';
import { interviewItem } from '../views/review-items.ts';
import { find, go, messageOf, type NotifyOf, toStudent } from './student-message.ts';

/** The invitation is a card: it is settled when it is answered, lapses or falls away. */
const invitationCard = (interviewId: string): string => `invitation/${interviewId}`;

const settleInvitation = (interviewId: string, key: string, params: TextParams): Settlement => ({
  settles: invitationCard(interviewId),
  message: messageOf(key, params),
});

async function interviewOf(ctx: EngineContext, interviewId: string) {
  const { interview, project, organisation, student } = await interviewItem(ctx, interviewId);
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

const ofEvent = (ctx: EngineContext, event: Happened<OfInterview>) => interviewOf(ctx, event.data.interview);

const answers = (interviewId: string): readonly Button[] => [
  go('accept', 'credit.accept', interviewId),
  go('decline', 'credit.decline', interviewId),
];

export const invited: NotifyOf<OfInterview> = async (ctx, event) => {
  const { interview, params } = await ofEvent(ctx, event);
  const message = messageOf('invited', params, ...answers(interview.id));
  const [notice] = toStudent(event, message);
  return notice ? [{ ...notice, card: invitationCard(interview.id) }] : [];
};

export const notInvited: NotifyOf<OfInterview> = async (ctx, event) => {
  const { params } = await ofEvent(ctx, event);
  return toStudent(event, messageOf('not-invited', params, find));
};

export const lapsed: NotifyOf<OfInterview> = async (ctx, event) => {
  const { interview, params } = await ofEvent(ctx, event);
  return [
    settleInvitation(interview.id, 'card-lapsed', params),
    ...toStudent(event, messageOf('lapsed', params, find)),
  ];
};

/** The student did this; only the card of the invitation has to follow. */
export const settled =
  (key: string): NotifyOf<OfInterview> =>
  async (ctx, event) => {
    const { interview, params } = await ofEvent(ctx, event);
    return [settleInvitation(interview.id, key, params)];
  };

/** Acceptance ends the other open interviews: the student hears how many. */
export const accepted: NotifyOf<EventOf<typeof invitationAccepted>['data']> = async (ctx, event) => {
  const { interview, params } = await ofEvent(ctx, event);
  const { ended } = event.data;
  const others = ended > 0 ? toStudent(event, messageOf('others-ended', { ...params, count: ended })) : [];
  return [settleInvitation(interview.id, 'card-accepted', params), ...others];
};

export const interviewSoon: TimerHandling<EngineContext> = async (ctx, timer) => {
  const { interview, params, studentId } = await interviewOf(ctx, String(timer.data.id));
  if (interview.state !== 'booked' || interview.startsAt <= ctx.clock.now()) return [];
  const buttons = [go('interviews', 'credit.interviews')];
  return [{ to: studentId, desk: 'participant', message: messageOf('interview-soon', params, ...buttons) }];
};

export const invitationEndsSoon: TimerHandling<EngineContext> = async (ctx, timer) => {
  const { interview, params, studentId } = await interviewOf(ctx, String(timer.data.id));
  if (interview.state !== 'invited') return [];
  // Of an invitation that was taken back and made again: the later one has a date of its own.
  if (interview.answerBy && timer.dueAt.getTime() + DAY < interview.answerBy.getTime()) return [];
  const message = messageOf('invitation-ends-soon', params, ...answers(interview.id));
  // The same card as the invitation: one answer settles both.
  return [{ to: studentId, desk: 'participant', message, card: invitationCard(interview.id) }];
};
