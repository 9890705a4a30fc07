// Every event of nominations and editions: what follows from it, and who is notified. What each carries stands in events.ts.
import { sittingConcluded, sittingOpened, sittingReopened } from '../../commissions/events.ts';
import { casesOfSubject } from '../../commissions/store.ts';
import { withdrawCase } from '../../commissions/use-cases/feed-case.ts';
import { systemActor } from '../../kernel/actor.ts';
import { type Follow, on, type Subscriptions } from '../../parts/part.ts';
import { refreshes } from '../../reviews/refresh.ts';
import type { EventOf } from '../../store/event.ts';
import type { EngineContext } from '../context.ts';
import * as events from './events.ts';
import { freeSeatsOf } from './nominations/withdraw.ts';
import * as nominee from './notices/nominee.ts';
import { begin } from './notices/public.ts';
import * as staff from './notices/staff.ts';
import { settleOffer } from './offers/answer-offer.ts';
import { certify } from './republican/certificate.ts';
import { nominationReview } from './reviews/kinds.ts';
import { applyProtocol, takeUpAgain } from './stages/apply-protocol.ts';
import { findPlace } from './stages/commission.ts';

type OfSitting = EventOf<typeof sittingOpened>['data'];

const review = refreshes(nominationReview, ({ nomination }: events.OfNomination) => nomination);

const freeSeats: Follow<EngineContext, EventOf<typeof events.nominationWithdrawn>['data']> = (
  ctx,
  { data },
) => freeSeatsOf(ctx, data.nomination, data);

const settle: Follow<EngineContext, events.OfNomination> = (ctx, { data }) =>
  settleOffer(ctx, data.nomination);

/** A nominee who is gone is judged no more. */
const withdrawCases: Follow<EngineContext, events.OfNomination> = async (ctx, { data }) => {
  for (const { _id, state } of await casesOfSubject(ctx, data.nomination))
    if (state === 'open') await withdrawCase(ctx, { id: `gone/${_id}`, actor: systemActor }, _id);
};

const apply: Follow<EngineContext, OfSitting> = async (ctx, { data }) => {
  if (findPlace(data.commission)) await applyProtocol(ctx, data.sitting);
};

const again: Follow<EngineContext, OfSitting> = async (ctx, { id, data }) => {
  if (findPlace(data.commission)) await takeUpAgain(ctx, data.sitting, `event/${id}`);
};

export const eventTable: readonly Subscriptions<EngineContext>[] = [
  on(events.editionOpened),
  on(events.nominationProposed, {
    follow: { review, offer: settle },
    notify: { college: staff.proposed },
  }),
  on(events.nominationAdmitted, {
    follow: { review },
    notify: { nominee: nominee.admitted, college: staff.settled },
  }),
  on(events.nominationRefused, {
    follow: { review },
    notify: { nominee: nominee.notAdmitted, college: staff.settled },
  }),
  on(events.admissionUndone, {
    follow: { review },
    notify: { nominee: nominee.undone, college: staff.proposed },
  }),
  on(events.nominationChosen, { notify: { nominee: nominee.chosen } }),
  on(events.nominationReserved, { notify: { nominee: nominee.reserved } }),
  on(events.nominationSent, { notify: { nominee: nominee.sent, region: staff.sent } }),
  on(events.nominationPassed, { follow: { package: begin }, notify: { nominee: nominee.passed } }),
  on(events.nominationNotPassed, { notify: { nominee: nominee.notPassed } }),
  on(events.laureateNamed, { follow: { certificate: certify }, notify: { nominee: nominee.named } }),
  on(events.nominationWithdrawn, {
    follow: { review, seats: freeSeats, cases: withdrawCases },
    notify: { nominee: nominee.withdrawn, staff: staff.withdrawn },
  }),
];

/** Events of the room of commissions that mean something here. */
export const subscriptions: readonly Subscriptions<EngineContext>[] = [
  on(sittingOpened, { notify: { members: staff.opened } }),
  on(sittingConcluded, { follow: { apply }, notify: { members: staff.concluded } }),
  on(sittingReopened, { follow: { again } }),
];
