// Every event of the award: what follows from it, and who is notified. What each carries stands in events.ts.
import { memberInvited, sittingConcluded } from '../../../commissions/events.ts';
import { commissionOf } from '../../../commissions/store.ts';
import { on, type Subscriptions } from '../../../parts/part.ts';
import type { EngineContext } from '../../context.ts';
import { participationWithdrawn } from '../application/events.ts';
import { certify } from './certificate.ts';
import { PURPOSE } from './commission.ts';
import * as events from './events.ts';
import * as told from './notices/participant.ts';
import * as staff from './notices/staff.ts';
import { assignCeremony } from './use-cases/ceremony.ts';
import { moveParticipation, withdrawNomination } from './use-cases/follow.ts';
import { settleSitting } from './use-cases/settle.ts';
import { putUpLate } from './use-cases/sittings.ts';

export const awardEvents: readonly Subscriptions<EngineContext>[] = [
  on(events.nominated, {
    follow: { participation: (ctx, { id, data }) => moveParticipation(ctx, id, data.award, 'nominated') },
    notify: { participant: told.toldNominated, operators: staff.operatorsToldNominated },
  }),
  on(events.interviewSet, {
    notify: { participant: told.toldInterview, members: staff.membersToldInterview },
  }),
  on(events.interviewHeld, {
    follow: { docket: (ctx, { data }) => putUpLate(ctx, data.award) },
    notify: { members: staff.membersToldHeld },
  }),
  on(events.badgeAwarded, {
    follow: {
      participation: (ctx, { id, data }) => moveParticipation(ctx, id, data.award, 'awarded'),
      certificate: (ctx, { id, data }) => certify(ctx, id, data.award),
    },
    notify: { participant: told.toldAwarded, centre: staff.centreTold('staff-awarded') },
  }),
  on(events.badgeNotAwarded, {
    follow: { participation: (ctx, { id, data }) => moveParticipation(ctx, id, data.award, 'not-awarded') },
    notify: { participant: told.toldNotAwarded, centre: staff.centreTold('staff-not-awarded') },
  }),
  on(events.ceremonySet, {
    follow: { assignment: (ctx, { id, data }) => assignCeremony(ctx, id, data.year) },
    notify: { laureates: told.toldCeremony },
  }),
];

/** Events of others that mean something here. */
export const awardSubscriptions: readonly Subscriptions<EngineContext>[] = [
  on(memberInvited, { notify: { 'award-member': staff.toldSeat } }),
  on(sittingConcluded, {
    follow: {
      awards: async (ctx, { data }) => {
        const { purpose } = await commissionOf(ctx, data.commission);
        if (purpose === PURPOSE) await settleSitting(ctx, data.sitting, data.number);
      },
    },
  }),
  on(participationWithdrawn, {
    follow: { nomination: (ctx, { id, data }) => withdrawNomination(ctx, id, data.participation) },
  }),
];
