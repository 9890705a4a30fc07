// Every event up to activation: what follows from it, and who is notified.
import { on, type Subscriptions } from '../../../parts/part.ts';
import { guardianConsented, phoneProven } from '../../../people/events.ts';
import { setTimer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import * as centres from '../centres/events.ts';
import * as centreNotices from '../centres/notices.ts';
import * as schedules from '../schedule/notices.ts';
import * as events from './events.ts';
import { watchTerm } from './expire.ts';
import { askGuardian } from './guardian-notices.ts';
import * as notices from './notices.ts';
import { refreshApplication, refreshCentre } from './reviews.ts';
import { proveByCode } from './sign.ts';

export const LATE_TIMER = 'badge.application-late';

const review = { review: refreshApplication };
const centreReview = { review: refreshCentre };

async function watchDecision(
  ctx: EngineContext,
  { data, id }: { readonly data: events.OfParticipation; readonly id: string },
): Promise<void> {
  const { dueAt } = await participationOf(ctx, data.participation);
  const late = new Date(dueAt.getTime() + 1);
  await setTimer(ctx, {
    key: `${LATE_TIMER}/${id}`,
    kind: LATE_TIMER,
    dueAt: late,
    data: { id: data.participation },
  });
}

export const applicationEvents: readonly Subscriptions<EngineContext>[] = [
  on(events.applied, {
    follow: { ...review, late: watchDecision },
    notify: { participant: notices.confirmed },
  }),
  on(events.agreementSigned, { follow: review, notify: { operators: notices.openForDecision } }),
  on(events.guardianSigned, {
    follow: review,
    notify: { both: notices.guardianHasSigned, operators: notices.openForDecision },
  }),
  on(events.applicationAccepted, { follow: review, notify: { all: notices.accepted } }),
  on(events.applicationRefused, { follow: review, notify: { all: notices.notAccepted } }),
  on(events.participationWithdrawn, { follow: review, notify: { all: notices.withdrawn } }),
  on(events.talkRecorded),
  on(events.scheduleProposed, { notify: { other: schedules.proposed } }),
  on(events.scheduleAgreed, { notify: { other: schedules.agreed } }),
  on(events.participantActivated, {
    follow: { term: (ctx: EngineContext, { data }) => watchTerm(ctx, data.participation) },
    notify: { all: notices.activated },
  }),
  on(events.termExpired, { notify: { all: notices.expired } }),
  on(centres.centreApplied, {
    follow: { ...centreReview, 'former-head': centreNotices.takeFormerHead },
    notify: { operators: centreNotices.openForDecision },
  }),
  on(centres.centreAccepted, {
    follow: { ...centreReview, due: centreNotices.watchSigning },
    notify: { head: centreNotices.tellHead('accepted', true, centreNotices.toSign) },
  }),
  on(centres.centreRefused, {
    follow: centreReview,
    notify: { head: centreNotices.tellHead('refused', true, centreNotices.toMenu) },
  }),
  on(centres.centreSigned, {
    follow: centreReview,
    notify: { head: centreNotices.tellHead('signed', false, centreNotices.toInvite) },
  }),
  on(centres.centreLapsed, { follow: centreReview, notify: { all: centreNotices.lapsed } }),
];

/** The representative has consented to the processing: the agreement is next. */
export const applicationSubscriptions: readonly Subscriptions<EngineContext>[] = [
  on(guardianConsented, { notify: { agreement: askGuardian } }),
  on(phoneProven, {
    follow: { agreements: (ctx: EngineContext, { id, data }) => proveByCode(ctx, data.person, id) },
  }),
];
