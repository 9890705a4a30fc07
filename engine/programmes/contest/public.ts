// What dialogues and the API may use of packages, publicity and votes; programme.ts hands it on.

export { acceptOffer, declineOffer, takeOffer } from './offers/answer-offer.ts';
export { withdrawOffer } from './offers/end-offer.ts';
export { offerFor, offerOf, waitingOffers } from './offers/find.ts';
export { type NewOffer, offerNomination } from './offers/make-offer.ts';
export { offerInLink, offerPayload } from './offers/offer-link.ts';
export type { Offer } from './offers/store.ts';
export { givePhoto } from './packages/give-photo.ts';
export { winningNomination } from './packages/own-package.ts';
export { type PackageSearch, type PackageView, packageSeenBy, packagesSeenBy } from './packages/see.ts';
export { sendPackage } from './packages/send-package.ts';
export { writeText } from './packages/write-text.ts';
export { agreeToPage, isPageOpen, PAGE_PURPOSE, withdrawPage } from './pages/page-consent.ts';
export { type PublicWinner, publicWinner, publicWinners } from './pages/public-winner.ts';
export { shownEdition } from './pages/shown-edition.ts';
export { openProtocol, PROTOCOL } from './protocols/document.ts';
export { type PublicationCount, publicationCount } from './publicity/count.ts';
export { type Duty, dutiesOf } from './publicity/duties.ts';
export { fulfilPlanned, planPublicity } from './publicity/plan.ts';
export { publishersOf } from './publicity/publisher.ts';
export { type NewPublication, recordPublication } from './publicity/record-publication.ts';
export { type Reported as ReportedPublicity, reportPlanned } from './publicity/report-planned.ts';
export {
  type PublicationSearch,
  planSeenBy,
  plansSeenBy,
  publicationSeenBy,
  publicationsSeenBy,
  type WinnerPlan,
} from './publicity/see.ts';
export { type Channel, channels, type Publication, type Subject, subjects } from './publicity/store.ts';
export { withdrawPublication } from './publicity/withdraw-publication.ts';
export { inLanguage } from './reason.ts';
export { laureateCertificate } from './republican/certificate.ts';
export { inviteToGroup, offeredGroupSeat, takeGroupSeat } from './republican/members.ts';
export { publishLaureates } from './republican/publish-laureates.ts';
export {
  concludedRanking,
  concludeRanking,
  groupSitting,
  openGroupCases,
  putUpWinners,
  scoreWinner,
  winnersOf,
} from './republican/rank-winners.ts';
export {
  editionOfGroup,
  findGroup,
  formWorkingGroup,
  type GroupKind,
  groupFaults,
  groupKinds,
  sitsInGroup,
  workingGroupId,
} from './republican/working-group.ts';
export { type Analytics, analyticsSeenBy } from './views/analytics.ts';
export { collegesIn } from './views/colleges-in.ts';
export {
  type CommissionSearch,
  commissionSeenBy,
  commissionsSeenBy,
  type SeenCommission,
  type WholeCommission,
} from './views/commissions.ts';
export { type CastVote, castVote } from './votes/cast-vote.ts';
export { decideElector, electorsAsking } from './votes/decide-elector.ts';
export { placeOfVote, stageOfVote } from './votes/electorate.ts';
export { importRoster, type RosterEntry } from './votes/import-roster.ts';
export { joinElectorate } from './votes/join-electorate.ts';
export { type ShownVotes, votableNominees, votesShownTo } from './votes/see.ts';
export type { VoteSignals } from './votes/signals.ts';
export {
  type Standing as VoterStanding,
  standings as voterStandings,
  type VotedStage,
} from './votes/store.ts';
export type { VoteTotal } from './votes/totals.ts';
export { nominationInLink, voteLink, votePayload } from './votes/vote-link.ts';
export { votedNominees } from './votes/voted-nominees.ts';
