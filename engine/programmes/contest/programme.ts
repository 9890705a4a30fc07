// The contest's manifest: what the rest of the engine, the dialogues and the API may use of it.

import { MINUTE, SECOND } from '../../kernel/clock.ts';
import type { Programme } from '../programme.ts';
import { appeals } from './appeals/appeals.ts';
import { demo } from './demo/chapter.ts';
import { desks } from './desks.ts';
import { eventTable, subscriptions } from './event-table.ts';
import { receipts } from './nominations/receipts.ts';
import { endUnconsented, nominationRights } from './personal.ts';
import { protocolDocument } from './protocols/document.ts';
import { publicEvents, publicOwners, publicTimers } from './public-events.ts';
import { publicRights, together } from './public-rights.ts';
import { nominationReview } from './reviews/kinds.ts';
import { roles } from './roles.ts';
import { editions, nominations } from './store.ts';
import { finishSagas, reconcileSeats } from './sweeping.ts';

export { finishSending, sendNomination } from './colleges/send.ts';
export { CONSENT_PURPOSE, consentTerms, hasConsent } from './consent.ts';
export * from './editions/deadlines.ts';
export { allEditions, editionNow, editionOf, editionOn, keptEdition } from './editions/edition.ts';
export { type NewEdition, openEdition } from './editions/open-edition.ts';
export { type Reported, reportedFor } from './editions/reported.ts';
export { decideAdmission } from './nominations/admit.ts';
export { mayStillBeNominated, type Studies, studies } from './nominations/eligibility.ts';
export { findNomination, nominationId, nominationOf, nominationsOf } from './nominations/nomination.ts';
export { type NewNomination, proposeNomination } from './nominations/propose.ts';
export { withdrawNomination } from './nominations/withdraw.ts';
export * from './public.ts';
export { passNomination } from './regions/pass.ts';
export { groundLines, nominationReview } from './reviews/kinds.ts';
export {
  actsForCollege,
  actsForRegion,
  actsForRepublic,
  collegeScope,
  isOperator,
  regionScope,
} from './rights.ts';
export * from './stages/commission.ts';
export { type MemberKind, memberKinds, type SeatedStage } from './stages/commission-rule.ts';
export { concludeStage } from './stages/conclude.ts';
export { inviteToCommission, offeredSeat, takeSeatByLink } from './stages/members.ts';
export { draftScore, finishScores, scoreNominee, standAside } from './stages/score.ts';
export { concludedSittingOf, openSittingOf, putUpNominees } from './stages/sitting.ts';
export * from './states.ts';
export type { Criterion, Edition, NamedGround, Nomination } from './store.ts';
export { collegeName } from './views/college-name.ts';
export { type Nominee, namesOf, nomineesAt } from './views/nominees.ts';
export { placesOf, seatsOf } from './views/places.ts';
export {
  type NominationRow,
  type NominationSearch,
  nominationSeenBy,
  nominationsSeenBy,
} from './views/register.ts';
export { type Scored, scoredCase, waitingFor } from './views/scoring.ts';
export { type Standing, standingOf, standingOfPerson } from './views/standing.ts';

export const contest: Programme = {
  id: 'contest',
  title: 'contest:title',
  owners: [editions, nominations, ...publicOwners] as Programme['owners'][number][],
  events: [...eventTable, ...publicEvents],
  subscriptions,
  timers: publicTimers,
  jobs: {
    'contest.finish-sagas': { every: 10 * SECOND, run: finishSagas },
    'contest.reconcile-seats': { every: 5 * MINUTE, run: reconcileSeats },
    'contest.end-unconsented': { every: 5 * MINUTE, run: endUnconsented },
  },
  personal: together(nominationRights, publicRights),
  desks,
  roles,
  appeals,
  receipts,
  reviewKinds: [nominationReview],
  documents: [protocolDocument],
  profile: ['name', 'birthDate', 'region', 'phone'],
  demo,
  invariants: {},
};
