// The badge programme's manifest: what the rest of the engine, the dialogues and the API may use of it.

import { MINUTE } from '../../kernel/clock.ts';
import type { Programme } from '../programme.ts';
import { appeals } from './appeals/appeals.ts';
import { applicationEvents, applicationSubscriptions, LATE_TIMER } from './application/event-table.ts';
import { expireTerm, TERM_TIMER } from './application/expire.ts';
import { lateApplication } from './application/notices.ts';
import { agreementPaper } from './application/paper.ts';
import { applicationReviews } from './application/reviews.ts';
import { awardEvents, awardSubscriptions } from './award/event-table.ts';
import { awardOwners } from './award/store.ts';
import { centreTimers } from './centres/notices.ts';
import { centreKind } from './centres/scope.ts';
import { receipts } from './completion/receipts.ts';
import { demo } from './demo/chapter.ts';
import { desks } from './desks.ts';
import { invariants } from './invariants.ts';
import { employerWord } from './journal/employer.ts';
import {
  allJournalEvents,
  journalOwners,
  journalProgress,
  journalReviews,
  journalSubscriptions,
  journalTimers,
} from './journal/manifest.ts';
import { personal } from './personal.ts';
import { referenceOwners } from './reference/collections.ts';
import { roles } from './roles.ts';
import { centres, participations } from './store.ts';
import { endUnconsented } from './unconsented.ts';

export * from './analytics/entry.ts';
export { activateParticipant, missingForActivation } from './application/activate.ts';
export { type Application, applyForLevel } from './application/apply.ts';
export { decideApplication } from './application/decide.ts';
export { type DocumentKind, documentKinds, recordDocuments } from './application/documents.ts';
export { levelRefusal, openLevels } from './application/open-levels.ts';
export { AGREEMENT_PAPER } from './application/paper.ts';
export { signaturesOf } from './application/proofs.ts';
export { confirmGuardian, signAgreement, signAsGuardian } from './application/sign.ts';
export { type SuggestedCentre, suggestedCentres } from './application/suggest.ts';
export { recordBriefing, recordTalk } from './application/talk.ts';
export * from './award/entry.ts';
export {
  activeCentres,
  centreOf,
  menteesOf,
  participationOf,
  participationsOf,
  underWayOf,
} from './cases.ts';
export { applyAsCentre } from './centres/apply.ts';
export { decideCentre, signAsCentre } from './centres/decide.ts';
export { recordTraining, trainedRoles } from './centres/train.ts';
export { CONSENT_PURPOSE, CONSENT_TEXT, consentTerms, hasConsent } from './consent.ts';
export * from './journal/exports.ts';
export { booksOn } from './reference/books.ts';
export { directionsOf, mandatoryOn } from './reference/mandatory.ts';
export { providersFor } from './reference/providers.ts';
export { standardsFor } from './reference/standards.ts';
export { profiles } from './reference/words.ts';
export * from './registers/entry.ts';
export { isMentorOf } from './rights.ts';
export { isWeekly } from './schedule/check-schedule.ts';
export { draftSchedule } from './schedule/draft.ts';
export { agreeSchedule, proposeSchedule } from './schedule/propose.ts';
export { requirementsOf } from './schedule/requirements.ts';
export * from './states.ts';
export type { Centre, Participation } from './store.ts';
export { endOfTerm } from './term.ts';

export const badge: Programme = {
  id: 'badge',
  title: 'badge:title',
  owners: [
    ...([participations, centres, ...referenceOwners, ...awardOwners] as unknown as Programme['owners']),
    ...journalOwners,
  ],
  events: [...applicationEvents, ...allJournalEvents, ...awardEvents],
  subscriptions: [...applicationSubscriptions, ...journalSubscriptions, ...awardSubscriptions],
  timers: {
    ...centreTimers,
    ...journalTimers,
    [LATE_TIMER]: lateApplication,
    [TERM_TIMER]: async (ctx, { data }) => {
      await expireTerm(ctx, String(data.id));
      return [];
    },
  },
  jobs: { 'badge.end-unconsented': { every: 5 * MINUTE, run: endUnconsented } },
  appeals,
  receipts,
  reviewKinds: [...applicationReviews, ...journalReviews],
  progressKinds: journalProgress,
  outsideWords: [employerWord],
  signables: [agreementPaper],
  personal,
  desks,
  demo,
  roles,
  scopeKinds: [centreKind],
  profile: ['name', 'birthDate', 'region', 'phone'],
  invariants,
};
