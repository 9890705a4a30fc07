// What follows from the events of the credit programme besides telling people: seats are freed, due dates set,
// payouts ordered, rights granted. Everything here is idempotent.
import { systemActor } from '../../kernel/actor.ts';
import { localDate } from '../../kernel/calendar.ts';
import { DAY, HOUR } from '../../kernel/clock.ts';
import type { Follow } from '../../parts/part.ts';
import { refreshReview } from '../../reviews/refresh.ts';
import type { EventOf, Happened } from '../../store/event.ts';
import { freeSeat } from '../../store/seats.ts';
import { type NewTimer, setTimer } from '../../store/timers.ts';
import type { EngineContext } from '../context.ts';
import { creditCase, interviewCase, placeSeat, slotSeat } from './cases.ts';
import type { invitationUndone, OfCredit, OfInterview } from './events.ts';
import { hoursReview, reportReview } from './reviews/kinds.ts';
import type { Interview } from './store.ts';
import { orderPayout } from './use-cases/payouts.ts';
import { grantRecredit } from './use-cases/recredits.ts';

type Reaction<P> = Follow<EngineContext, P>;

const by = (event: Happened<unknown>, what: string) => ({
  id: `event/${event.id}/${what}`,
  actor: systemActor,
});

/** An interview ended without participation: its place is free again; its time, too, when it was called off. */
export const freeSeats =
  (what: 'place' | 'both'): Reaction<OfInterview> =>
  async (ctx, event) => {
    const { interview } = await interviewCase(ctx, event.data.interview);
    await freePlace(ctx, interview);
    if (what === 'both') await freeSeat(ctx, slotSeat(interview.projectId, interview.slotId), interview.id);
  };

/** Entries and a report that still waited need no decision any more. */
export const withdrawReviews: Reaction<OfCredit> = async (ctx, { data }) => {
  const { credit } = await creditCase(ctx, data.credit);
  const undecided = credit.entries.filter((entry) => entry.state === 'reported');
  for (const { id } of undecided) await refreshReview(ctx, hoursReview, id);
  if (credit.report) await refreshReview(ctx, reportReview, credit.id);
};

/** Not the interview's holder of now: the student may have been invited again. */
export const freeUndonePlace: Reaction<EventOf<typeof invitationUndone>['data']> = async (ctx, { data }) => {
  const { interview } = await interviewCase(ctx, data.interview);
  await freeSeat(ctx, placeSeat(interview.projectId), data.holder);
};

export const freePlaceOfLeaver: Reaction<OfCredit> = async (ctx, event) => {
  const { interview } = await interviewCase(ctx, event.data.credit);
  await freePlace(ctx, interview);
};

async function freePlace(ctx: EngineContext, interview: Interview): Promise<void> {
  if (interview.placeHolder) await freeSeat(ctx, placeSeat(interview.projectId), interview.placeHolder);
}

/** A day before: a reminder to the student. Of its result the organisation is reminded as of any review item. */
export const watchInterview: Reaction<OfInterview> = async (ctx, event) => {
  const { interview } = await interviewCase(ctx, event.data.interview);
  const on = localDate(interview.bookedAt);
  const before = ctx.rules.number('credit', 'interviewReminderHours', on) * HOUR;
  const at = interview.startsAt.getTime();
  await setTimer(ctx, timer('credit.interview-soon', interview.id, new Date(at - before)));
};

export const watchInvitation: Reaction<OfInterview> = async (ctx, event) => {
  const { interview } = await interviewCase(ctx, event.data.interview);
  if (!interview.answerBy) return;
  const at = interview.answerBy.getTime();
  // An invitation may be taken back and made again: each is watched by itself.
  const own = (each: NewTimer): NewTimer => ({ ...each, key: `${each.key}/${at}` });
  await setTimer(ctx, own(timer('credit.invitation-ends-soon', interview.id, new Date(at - DAY))));
  await setTimer(ctx, own(timer('credit.lapse-invitation', interview.id, new Date(at + 1))));
};

/** The head has approved: the payout is ordered, once. */
export const order: Reaction<OfCredit> = (ctx, event) =>
  orderPayout(ctx, by(event, 'payout'), event.data.credit);

/** And the right to re-credit is granted, once. */
export const grant: Reaction<OfCredit> = (ctx, event) =>
  grantRecredit(ctx, by(event, 'recredit'), event.data.credit);

const timer = (kind: string, id: string, dueAt: Date) => ({
  key: `${kind}/${id}`,
  kind,
  dueAt,
  data: { id },
});
