// What happens from the nomination to the ceremony.
import Type, { type Static } from 'typebox';
import { event } from '../../../store/event.ts';

const OfAward = Type.Object({
  /** The participation's id. */
  award: Type.String(),
  person: Type.String(),
});
export type OfAward = Static<typeof OfAward>;

export const nominated = event('badge.nominated', OfAward);
export const interviewSet = event('badge.interview-set', OfAward);
export const interviewHeld = event('badge.interview-held', OfAward);
export const badgeAwarded = event('badge.awarded', OfAward);
export const badgeNotAwarded = event('badge.not-awarded', OfAward);
export const ceremonySet = event('badge.ceremony-set', Type.Object({ year: Type.String() }));
