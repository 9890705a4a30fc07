// What the staff of colleges and regions, and the members of their commissions, are told.

import { inOffice } from '../../../commissions/composition.ts';
import type { sittingConcluded, sittingOpened } from '../../../commissions/events.ts';
import { commissionOf, sittingOf } from '../../../commissions/store.ts';
import { naming } from '../../../kernel/about.ts';
import { type Button, type Message, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import type { Notice } from '../../../notify/notice.ts';
import type { Notify } from '../../../parts/part.ts';
import { holdersOf, nameOf } from '../../../people/reach.ts';
import { openCard, settledCard, subjectOf } from '../../../reviews/card.ts';
import type { EventOf } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import type { OfNomination } from '../events.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { nominationReview } from '../reviews/kinds.ts';
import { collegeScope, regionScope } from '../rights.ts';
import { findPlace } from '../stages/commission.ts';
import { collegeName } from '../views/college-name.ts';

type Told = Notify<EngineContext, OfNomination>;

const button = (label: string, go: string, argument = ''): Button => ({
  label: text(`contest-staff:button.${label}`),
  action: { go, argument },
});

const toEach = (people: readonly string[], message: Message, card?: string): readonly Notice[] =>
  [...new Set(people)].map((to) => ({ to, desk: 'staff', message, ...(card !== undefined && { card }) }));

/** A card for each of the college's responsible persons. */
export const proposed: Told = async (ctx, { data }) => {
  const { college, person, state } = await nominationOf(ctx, data.nomination);
  if (state !== 'proposed') return [];
  const officers = await holdersOf(ctx, 'college-officer', collegeScope(college));
  const card = await openCard(ctx, nominationReview, data.nomination);
  return toEach(
    officers.filter((each) => each !== person),
    card,
    subjectOf(nominationReview.id, data.nomination),
  );
};

export const settled: Told = async (ctx, { data }) => [
  {
    settles: subjectOf(nominationReview.id, data.nomination),
    message: await settledCard(ctx, nominationReview, data.nomination),
  },
];

/** The department hears that a college has sent somebody. */
export const sent: Told = async (ctx, { data }) => {
  const { region, college, edition, person } = await nominationOf(ctx, data.nomination);
  const { calendar } = await editionOf(ctx, edition);
  const params = { ...(await collegeName(ctx, college)), regional: calendar.regionalEnds };
  const said = { ...params, name: await nameOf(ctx, person) };
  const message = {
    texts: [naming(text('contest-staff:notice.sent', said), person)],
    buttons: [[button('region', 'contest.desk', `region.${region}`)]],
  };
  return toEach(await holdersOf(ctx, 'education-department', regionScope(region)), message);
};

/** Whoever had a seat to give hears that it is free: the college, and the region where it had come so far. */
export const withdrawn: Told = async (ctx, event) => {
  const { nomination: id, person } = event.data;
  const { college, region, sentAt, edition } = await nominationOf(ctx, id);
  const { calendar } = await editionOf(ctx, edition);
  const officers = await holdersOf(ctx, 'college-officer', collegeScope(college));
  const department = sentAt ? await holdersOf(ctx, 'education-department', regionScope(region)) : [];
  const params: TextParams = { name: await nameOf(ctx, person), submission: calendar.submissionEnds };
  const message = { texts: [naming(text('contest-staff:notice.withdrawn', params), person)] };
  const others = [...officers, ...department].filter((each) => event.actor !== `person:${each}`);
  return [...(await settled(ctx, event)), ...toEach(others, message)];
};

/** Members learn that nominees wait for their scores. */
export const opened: Notify<EngineContext, EventOf<typeof sittingOpened>['data']> = async (ctx, { data }) => {
  const place = findPlace(data.commission);
  if (!place) return [];
  const { calendar } = await editionOf(ctx, place.edition);
  const day = place.stage === 'college' ? calendar.internalEnds : calendar.regionalEnds;
  const message = {
    texts: [text('contest-staff:notice.to-score', { day })],
    buttons: [[button('score', 'contest.score')]],
  };
  const { members } = await commissionOf(ctx, data.commission);
  return toEach(
    inOffice(members).map(({ person }) => person),
    message,
  );
};

/** Members and whoever keeps the papers learn that the protocol is written. */
export const concluded: Notify<EngineContext, EventOf<typeof sittingConcluded>['data']> = async (
  ctx,
  { data },
) => {
  if (!findPlace(data.commission)) return [];
  const { conclusions } = await sittingOf(ctx, data.sitting);
  const last = conclusions.find(({ number }) => number === data.number);
  const awarded = last?.outcomes.filter(({ outcome }) => outcome === 'awarded').length ?? 0;
  const message = {
    texts: [text('contest-staff:notice.protocol', { number: data.number, count: awarded })],
    buttons: [[button('protocol', 'contest.protocol', data.sitting)]],
  };
  const { members } = await commissionOf(ctx, data.commission);
  return toEach(
    inOffice(members).map(({ person }) => person),
    message,
  );
};
