// Both sides hear what became of a dispute, and the arbiter gets its card.

import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { Notify } from '../../../parts/part.ts';
import { holdersOf, nameOf } from '../../../people/reach.ts';
import { openCard, subjectOf } from '../../../reviews/card.ts';
import { settlementOf } from '../../../reviews/settlement.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { actingMentors } from '../supervision/acting.ts';
import { messageOf, toEach } from '../words.ts';
import { entryOf } from './cases.ts';
import { arbiterOf } from './dispute.ts';
import { disputeReview } from './dispute-review.ts';
import type { OfEntry } from './events.ts';
import { go, toParticipant } from './notices.ts';

type NotifyOf = Notify<EngineContext, OfEntry>;

/** Nobody where the participant has met the demand meanwhile: the dispute is over. */
export const toArbiter: NotifyOf = async (ctx, { data }) => {
  if (!(await entryOf(ctx, data.entry)).dispute) return [];
  const participation = await participationOf(ctx, data.participation);
  const expert = await arbiterOf(ctx, participation);
  const there = `region:${participation.region}`;
  const coordinators = await holdersOf(ctx, 'regional-coordinator', there);
  const arbiters = expert === null ? coordinators : [expert];
  const message = await openCard(ctx, disputeReview, data.entry);
  return toEach(
    arbiters.filter((each) => each !== data.person),
    message,
    subjectOf(disputeReview.id, data.entry),
  );
};

/** @param key of what the participant reads; the mentor's key is the same */
export const toBoth =
  (key: 'upheld' | 'cancelled'): NotifyOf =>
  async (ctx, { data }) => {
    const { dispute, date, direction, kind } = await entryOf(ctx, data.entry);
    const params = { date, direction, kind, words: dispute?.finding ?? '' };
    const mentors = await actingMentors(ctx, await participationOf(ctx, data.participation));
    const name = await nameOf(ctx, data.person);
    const said = naming(text(`badge-mentor:notice.dispute-${key}`, { ...params, name }), data.person);
    const again = key === 'upheld' ? [go('write-again', 'badge.journal-again', data.entry)] : [];
    return [
      await settlementOf(ctx, disputeReview, data.entry),
      toParticipant(data.person, `dispute-${key}`, params, ...again),
      ...toEach(mentors, messageOf([said])),
    ];
  };
