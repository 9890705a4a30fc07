// What happens to an application until the mentor activates it.
import Type, { type Static } from 'typebox';
import { event } from '../../../store/event.ts';

export const OfParticipation = Type.Object({ participation: Type.String(), person: Type.String() });
export type OfParticipation = Static<typeof OfParticipation>;

export const applied = event('badge.applied', OfParticipation);
export const agreementSigned = event('badge.agreement-signed', OfParticipation);
export const guardianSigned = event('badge.guardian-signed', OfParticipation);
export const applicationAccepted = event('badge.application-accepted', OfParticipation);
export const applicationRefused = event('badge.application-refused', OfParticipation);
export const participationWithdrawn = event('badge.participation-withdrawn', OfParticipation);
export const participantActivated = event('badge.participant-activated', OfParticipation);
export const termExpired = event('badge.term-expired', OfParticipation);
export const talkRecorded = event('badge.talk-recorded', OfParticipation);
export const scheduleProposed = event('badge.schedule-proposed', OfParticipation);
export const scheduleAgreed = event('badge.schedule-agreed', OfParticipation);
