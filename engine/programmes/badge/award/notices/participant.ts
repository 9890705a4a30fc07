// What the nominee is told: proposed, when the interview is, what was decided, where the ceremony is.
import type { Notice } from '../../../../notify/notice.ts';
import type { EventOf } from '../../../../store/event.ts';
import type { ceremonySet, OfAward } from '../events.ts';
import { awardOf, awards, ceremonyOf } from '../store.ts';
import { ceremonyText, ceremonyTexts, go, messageOf, type NotifyOf, said, toParticipant } from './parts.ts';

type Told = NotifyOf<OfAward>;

export const toldNominated: Told = async (ctx, { data }) => {
  const { level } = await awardOf(ctx, data.award);
  return toParticipant(data.person, messageOf([said('nominated', { level })]));
};

export const toldInterview: Told = async (ctx, { data }) => {
  const { interview, state } = await awardOf(ctx, data.award);
  if (!interview || state !== 'interview-set') return [];
  const at = interview.at.toISOString();
  return toParticipant(data.person, messageOf([said('interview', { at, link: interview.link })]));
};

export const toldAwarded: Told = async (ctx, { data }) => {
  const award = await awardOf(ctx, data.award);
  const texts = [said('awarded', { level: award.level }), ...(await ceremonyTexts(ctx, award))];
  return toParticipant(data.person, messageOf(texts, go('privileges', 'badge.privileges')));
};

export const toldNotAwarded: Told = async (ctx, { data }) => {
  const { level } = await awardOf(ctx, data.award);
  return toParticipant(data.person, messageOf([said('not-awarded', { level })]));
};

/** Every laureate who is invited to it, also when it is moved. */
export const toldCeremony: NotifyOf<EventOf<typeof ceremonySet>['data']> = async (ctx, { data }) => {
  const set = await ceremonyOf(ctx, data.year);
  if (!set) return [];
  const invited = await awards.on(ctx.db).find({ ceremony: data.year }, { person: 1 }).lean();
  const message = messageOf([said('ceremony'), ceremonyText(set)]);
  return invited.map(({ person }): Notice => ({ to: person, desk: 'participant', message, toMany: true }));
};
