// Every event of packages, publicity, votes and offers: what follows from it, and who is notified.
import { on, type Subscriptions } from '../../parts/part.ts';
import type { EngineContext } from '../context.ts';
import * as notices from './notices/public.ts';
import { handOverDocuments } from './offers/answer-offer.ts';
import { offerOver, untilStageEnds } from './offers/end-offer.ts';
import * as offers from './offers/events.ts';
import * as offerNotices from './offers/notices.ts';
import { offers as offerStore } from './offers/store.ts';
import * as packages from './packages/events.ts';
import { packages as packageStore } from './packages/store.ts';
import * as publicity from './publicity/events.ts';
import { publications, publicityPlans } from './publicity/store.ts';
import * as votes from './votes/events.ts';
import { electors, rosters, votes as voteStore } from './votes/store.ts';

export const publicOwners = [
  packageStore,
  publications,
  publicityPlans,
  rosters,
  electors,
  voteStore,
  offerStore,
];

export const publicEvents: readonly Subscriptions<EngineContext>[] = [
  on(packages.packageOpened, { follow: { remind: notices.remind }, notify: { both: notices.toWrite } }),
  on(packages.packageSent, { notify: { holding: notices.came } }),
  on(packages.packageReopened),
  on(publicity.publicationRecorded),
  on(publicity.publicationWithdrawn),
  on(publicity.publicityPlanned),
  on(votes.electorAsked, { notify: { college: notices.askCollege } }),
  on(votes.electorConfirmed, { notify: { voter: notices.confirmed } }),
  on(votes.electorRefused, { notify: { voter: notices.refused } }),
  on(votes.voteCast),
  on(offers.offerMade, { follow: { lapse: untilStageEnds } }),
  on(offers.offerTaken),
  on(offers.offerAccepted, {
    follow: { files: handOverDocuments },
    notify: { college: offerNotices.accepted },
  }),
  on(offers.offerDeclined, { notify: { college: offerNotices.declined } }),
  on(offers.offerWithdrawn, { notify: { student: offerNotices.withdrawn } }),
];

export const publicTimers = { 'contest.package-soon': notices.packageSoon, 'contest.offer-over': offerOver };
