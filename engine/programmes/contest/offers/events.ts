// What offers of nominations announce. Never a name: whoever is notified reads it where it is kept.
import Type from 'typebox';
import { event } from '../../../store/event.ts';

const OfOffer = Type.Object({ offer: Type.String() });

export const offerMade = event('contest.offer-made', OfOffer);
export const offerTaken = event('contest.offer-taken', OfOffer);
export const offerAccepted = event('contest.offer-accepted', OfOffer);
export const offerDeclined = event('contest.offer-declined', OfOffer);
export const offerWithdrawn = event(
  'contest.offer-withdrawn',
  Type.Object({
    offer: Type.String(),
    /** Whoever had agreed already. */
    person: Type.Union([Type.Null(), Type.String()]),
  }),
);
