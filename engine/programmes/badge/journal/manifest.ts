// What journal, excuses and completion bring to the programme's manifest.
import { on, type Subscriptions } from '../../../parts/part.ts';
import type { EngineContext } from '../../context.ts';
import type { Programme } from '../../programme.ts';
import * as application from '../application/events.ts';
import { completionEvents, sumsUp } from '../completion/event-table.ts';
import { excuseEvents } from '../excuses/event-table.ts';
import { excuseReview } from '../excuses/review.ts';
import { excuses } from '../excuses/store.ts';
import { messageEvents } from '../messages/event-table.ts';
import { messages } from '../messages/store.ts';
import { badgeProgress } from '../progress/kind.ts';
import { supervisionEvents, supervisionSubscriptions } from '../supervision/event-table.ts';
import { letters, logs, staffCards } from '../supervision/store.ts';
import { disputeReview } from './dispute-review.ts';
import { journalEvents } from './event-table.ts';
import { REMIND_TIMER, remindOfWeek, watchWeeks } from './remind.ts';
import { entryReview } from './review.ts';
import { settleJournal } from './settle.ts';
import { entries } from './store.ts';
import { ENTRY_TIMER, entryStillWaits } from './waiting.ts';

const ofParticipation = { ...sumsUp, ...settleJournal };

/** Boards follow what becomes of a participation; entries that still waited need no decision once it is over. */
const participationFollows: readonly Subscriptions<EngineContext>[] = [
  application.applied,
  application.applicationAccepted,
  application.applicationRefused,
  application.scheduleAgreed,
  application.participantActivated,
  application.participationWithdrawn,
  application.termExpired,
].map((event) => on(event, { follow: ofParticipation }));

export const journalOwners = [
  ...[entries, excuses, messages, staffCards, logs, letters],
] as unknown as Programme['owners'];
export const journalReviews = [entryReview, excuseReview, disputeReview];
export const allJournalEvents = [
  ...[...journalEvents, ...excuseEvents, ...completionEvents],
  ...[...messageEvents, ...supervisionEvents],
];
export const journalSubscriptions = [
  ...participationFollows,
  on(application.participantActivated, { follow: { weeks: watchWeeks } }),
  ...supervisionSubscriptions,
];
export const journalProgress = [badgeProgress];
export const journalTimers = { [ENTRY_TIMER]: entryStillWaits, [REMIND_TIMER]: remindOfWeek };
