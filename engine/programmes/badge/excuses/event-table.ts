// What follows from a request to be excused, and who hears of it.
import type { Notify } from '../../../parts/part.ts';
import { on, type Subscriptions } from '../../../parts/part.ts';
import { sumUp } from '../../../progress/sum-up.ts';
import { openCard, subjectOf } from '../../../reviews/card.ts';
import { refreshes } from '../../../reviews/refresh.ts';
import { settlementOf } from '../../../reviews/settlement.ts';
import type { Happened } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { watchTerm } from '../application/expire.ts';
import { participationOf } from '../cases.ts';
import { progressButton, toParticipant } from '../journal/notices.ts';
import { badgeProgress } from '../progress/kind.ts';
import { actingMentors } from '../supervision/acting.ts';
import { endOfTerm } from '../term.ts';
import { toEach } from '../words.ts';
import { excuseOf } from './cases.ts';
import { settleExcusedWeeks } from './decide-excuse.ts';
import * as events from './events.ts';
import { excuseReview } from './review.ts';

type Event = Happened<events.OfExcuse>;
type NotifyOf = Notify<EngineContext, events.OfExcuse>;

const review = { review: refreshes(excuseReview, ({ excuse }: events.OfExcuse) => excuse) };

/** The participation's weeks and its term follow, and with them the percentages. */
const settling = {
  ...review,
  weeks: (ctx: EngineContext, { id, data }: Event) =>
    settleExcusedWeeks(ctx, { id, participation: data.participation }),
  term: (ctx: EngineContext, { data }: Event) => watchTerm(ctx, data.participation),
  progress: async (ctx: EngineContext, { data }: Event) => {
    await sumUp(ctx, badgeProgress, data.participation);
  },
};

const toMentor: NotifyOf = async (ctx, { data }) => {
  const mentors = await actingMentors(ctx, await participationOf(ctx, data.participation));
  const message = await openCard(ctx, excuseReview, data.excuse);
  return toEach(mentors, message, subjectOf(excuseReview.id, data.excuse));
};

const settled: NotifyOf = async (ctx, { data }) => [await settlementOf(ctx, excuseReview, data.excuse)];

const told =
  (key: string): NotifyOf =>
  async (ctx, { data }) => {
    const { weeks, decision } = await excuseOf(ctx, data.excuse);
    const until = endOfTerm(await participationOf(ctx, data.participation));
    const params = {
      count: weeks.length,
      words: decision?.words ?? '',
      until: until?.toISOString() ?? null,
    };
    return [toParticipant(data.person, key, params, progressButton)];
  };

export const excuseEvents: readonly Subscriptions<EngineContext>[] = [
  on(events.excuseAsked, { follow: review, notify: { mentor: toMentor } }),
  on(events.weeksExcused, {
    follow: settling,
    notify: { participant: told('weeks-excused'), mentor: settled },
  }),
  on(events.excuseRefused, {
    follow: settling,
    notify: { participant: told('excuse-refused'), mentor: settled },
  }),
  on(events.excuseReopened, { follow: settling, notify: { mentor: settled } }),
];
