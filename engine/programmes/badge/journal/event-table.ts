// What follows from the events of the journal: review items, sums, notices.
import { on, type Subscriptions } from '../../../parts/part.ts';
import { counts } from '../../../progress/count.ts';
import { refreshes } from '../../../reviews/refresh.ts';
import type { EngineContext } from '../../context.ts';
import { completes } from '../completion/event-table.ts';
import { badgeProgress } from '../progress/kind.ts';
import { toArbiter, toBoth } from './dispute-notices.ts';
import { disputeReview } from './dispute-review.ts';
import * as events from './events.ts';
import {
  approvedToParticipant,
  cardToMentor,
  demandToParticipant,
  reopenedToParticipant,
  settleCards,
} from './notices.ts';
import { entryReview } from './review.ts';
import { watchEntry } from './waiting.ts';

const ofEntry = {
  review: refreshes(entryReview, ({ entry }: events.OfEntry) => entry),
  dispute: refreshes(disputeReview, ({ entry }: events.OfEntry) => entry),
  progress: counts(badgeProgress, ({ entry }: events.OfEntry) => entry),
};

const watched = { ...ofEntry, watch: watchEntry };

export const journalEvents: readonly Subscriptions<EngineContext>[] = [
  on(events.entrySent, { follow: watched, notify: { mentor: cardToMentor } }),
  on(events.employerAsked, { follow: ofEntry }),
  on(events.employerAnswered, { follow: watched, notify: { mentor: cardToMentor } }),
  on(events.entryApproved, {
    follow: ofEntry,
    notify: { participant: approvedToParticipant, mentor: settleCards },
  }),
  on(events.entryReturned, {
    follow: ofEntry,
    notify: { participant: demandToParticipant('returned'), mentor: settleCards },
  }),
  on(events.extraTaskSet, {
    follow: ofEntry,
    notify: { participant: demandToParticipant('tasked'), mentor: settleCards },
  }),
  on(events.entryReopened, {
    follow: { ...ofEntry, ...completes },
    notify: { participant: reopenedToParticipant, mentor: settleCards },
  }),
  on(events.disputeOpened, { follow: ofEntry, notify: { arbiter: toArbiter } }),
  on(events.disputeUpheld, { follow: ofEntry, notify: { both: toBoth('upheld') } }),
  on(events.demandCancelled, {
    follow: ofEntry,
    notify: { both: toBoth('cancelled'), mentor: cardToMentor },
  }),
];
