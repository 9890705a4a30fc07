// Whom the events of a journal entry are told to: the mentor gets a card, the participant what became of the entry.
import { type Button, type Message, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import type { Notice } from '../../../notify/notice.ts';
import type { Notify } from '../../../parts/part.ts';
import { openCard, subjectOf } from '../../../reviews/card.ts';
import { settlementOf } from '../../../reviews/settlement.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { standingNow } from '../progress/view.ts';
import { actingMentors } from '../supervision/acting.ts';
import { entryOf } from './cases.ts';
import type { OfEntry } from './events.ts';
import { entryReview } from './review.ts';

type NotifyOf = Notify<EngineContext, OfEntry>;

export const cardToMentor: NotifyOf = async (ctx, { data }) => {
  const mentors = await actingMentors(ctx, await participationOf(ctx, data.participation));
  const message = await openCard(ctx, entryReview, data.entry);
  const card = subjectOf(entryReview.id, data.entry);
  return mentors.map((to): Notice => ({ to, desk: 'staff', message, card }));
};

export const settleCards: NotifyOf = async (ctx, { data }) => [
  await settlementOf(ctx, entryReview, data.entry),
];

export const go = (label: string, dialogue: string, argument = ''): Button => ({
  label: text(`badge-journal:button.${label}`),
  action: { go: dialogue, argument },
});

export const progressButton = go('progress', 'badge.progress');

export const toParticipant = (
  person: string,
  key: string,
  params: TextParams,
  ...buttons: readonly Button[]
): Notice => ({ to: person, desk: 'participant', message: messageOf(key, params, ...buttons) });

export const messageOf = (key: string, params: TextParams, ...buttons: readonly Button[]): Message => ({
  texts: [text(`badge-journal:notice.${key}`, params)],
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
});

async function entryParams(ctx: EngineContext, { entry: id }: OfEntry) {
  const { direction, kind, date, decision } = await entryOf(ctx, id);
  return { direction, kind, date, words: decision?.words ?? '' };
}

/** Approved: how far the direction and the level have come. */
export const approvedToParticipant: NotifyOf = async (ctx, { data }) => {
  const params = await entryParams(ctx, data);
  const { directions, rating } = await standingNow(ctx, await participationOf(ctx, data.participation));
  const percent = directions.find(({ direction }) => direction === params.direction)?.percent ?? 0;
  const how = { ...params, percent, rating };
  return [toParticipant(data.person, 'approved', how, progressButton, go('write-more', 'badge.journal'))];
};

/** Returned, or met with an extra task: what to do, and a way to do it or to dispute it. */
export const demandToParticipant =
  (how: 'returned' | 'tasked'): NotifyOf =>
  async (ctx, { data }) => [
    toParticipant(
      data.person,
      how,
      await entryParams(ctx, data),
      go('write-again', 'badge.journal-again', data.entry),
      go('dispute', 'badge.dispute', data.entry),
    ),
  ];

export const reopenedToParticipant: NotifyOf = async (ctx, { data }) => [
  toParticipant(data.person, 'reopened', await entryParams(ctx, data)),
];
