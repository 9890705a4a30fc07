// What students are told on time, and once their secure form was filled in.
import { text } from '../../../kernel/message.ts';
import type { TimerHandling } from '../../../parts/part.ts';
import type { identityGiven } from '../../../people/events.ts';
import type { EventOf } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { studentStatus } from '../views/status.ts';
import * as invitations from './student-invitations.ts';
import { find, go, type NotifyOf, status } from './student-message.ts';

/** By timer kind. */
export const notifyParticipantOnTime: Readonly<Record<string, TimerHandling<EngineContext>>> = {
  'credit.interview-soon': invitations.interviewSoon,
  'credit.invitation-ends-soon': invitations.invitationEndsSoon,
};

/** The secure form was filled in: what it opens, and a way on. */
export const identityTaken: NotifyOf<EventOf<typeof identityGiven>['data']> = async (ctx, { data }) => {
  const { person, doubt } = data;
  const { ibanTail, credits } = await studentStatus(ctx, person);
  const active = credits.find((credit) => credit.active);
  const isReady = active && active.state !== 'report-sent' && active.left === 0 && active.reported === 0;
  const next = isReady ? go('send-report', 'credit.send-report') : active ? status : find;
  const given = text('credit:notice.identity-given', { tail: ibanTail ?? '' });
  const isDoubted = doubt !== 'none';
  const texts = [given, ...(isDoubted ? [text(`credit:notice.birth-date.${doubt}`)] : [])];
  const correct = isDoubted ? [[go('birth-date', 'credit.birth-date')]] : [];
  return [{ to: person, desk: 'participant', message: { texts, buttons: [...correct, [next]] } }];
};
