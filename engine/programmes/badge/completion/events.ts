// What happens between a full journal and a complete level.
import Type, { type Static } from 'typebox';
import { event } from '../../../store/event.ts';
import { OfParticipation } from '../application/events.ts';

const OfDirection = Type.Object({
  participation: Type.String(),
  person: Type.String(),
  direction: Type.String(),
});
export type OfDirection = Static<typeof OfDirection>;

export const directionConfirmed = event('badge.direction-confirmed', OfDirection);
export const confirmationTakenBack = event('badge.confirmation-taken-back', OfDirection);
export const levelCompleted = event('badge.level-completed', OfParticipation);
/** A decision was taken back, and with it what completed the level. */
export const levelReopened = event('badge.level-reopened', OfParticipation);
