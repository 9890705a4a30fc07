// What follows from the mentor's confirmations: the level may be complete, and who hears of it.

import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { Notify } from '../../../parts/part.ts';
import { on, type Subscriptions } from '../../../parts/part.ts';
import { nameOf } from '../../../people/reach.ts';
import { sumUp } from '../../../progress/sum-up.ts';
import type { Happened } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import type { OfParticipation } from '../application/events.ts';
import { participationOf } from '../cases.ts';
import { progressButton, toParticipant } from '../journal/notices.ts';
import { badgeProgress } from '../progress/kind.ts';
import { messageOf, toEach } from '../words.ts';
import { settleCompletion } from './complete.ts';
import * as events from './events.ts';

type Participating = { readonly participation: string };

/** After anything that the level's completion rests on. */
export const completes = {
  completion: (ctx: EngineContext, { id, data }: Happened<Participating>) =>
    settleCompletion(ctx, data.participation, `event/${id}`),
};

/** After anything that boards and averages go by. */
export const sumsUp = {
  progress: async (ctx: EngineContext, { data }: Happened<Participating>) => {
    await sumUp(ctx, badgeProgress, data.participation);
  },
};

const confirmedToParticipant: Notify<EngineContext, events.OfDirection> = async (ctx, { data }) => {
  const { confirmed } = await participationOf(ctx, data.participation);
  const one = confirmed.find(({ direction }) => direction === data.direction);
  if (!one) return [];
  const params = { direction: one.direction, words: one.assessment };
  return [toParticipant(data.person, 'direction-confirmed', params, progressButton)];
};

const completed: Notify<EngineContext, OfParticipation> = async (ctx, { data }) => {
  const { level, mentor, agreement, person } = await participationOf(ctx, data.participation);
  const name = await nameOf(ctx, person);
  const said = naming(text('badge-mentor:notice.level-complete', { name, level }), person);
  const guardian = agreement.guardian?.person;
  return [
    toParticipant(data.person, 'level-complete', { level }, progressButton),
    ...(guardian ? [toParticipant(guardian, 'ward-complete', { name, level })] : []),
    ...toEach([mentor], messageOf([said])),
  ];
};

const reopened: Notify<EngineContext, OfParticipation> = async (ctx, { data }) => {
  const { level } = await participationOf(ctx, data.participation);
  return [toParticipant(data.person, 'level-reopened', { level }, progressButton)];
};

export const completionEvents: readonly Subscriptions<EngineContext>[] = [
  on(events.directionConfirmed, { follow: completes, notify: { participant: confirmedToParticipant } }),
  on(events.confirmationTakenBack, { follow: completes }),
  on(events.levelCompleted, { follow: sumsUp, notify: { people: completed } }),
  on(events.levelReopened, { follow: sumsUp, notify: { participant: reopened } }),
];
