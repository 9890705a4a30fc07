// What happens to a programme centre.
import Type, { type Static } from 'typebox';
import { event } from '../../../store/event.ts';

const OfCentre = Type.Object({ centre: Type.String() });
export type OfCentre = Static<typeof OfCentre>;

export const centreApplied = event(
  'badge.centre-applied',
  Type.Object({ centre: Type.String(), formerHead: Type.Optional(Type.Union([Type.Null(), Type.String()])) }),
);
export const centreAccepted = event('badge.centre-accepted', OfCentre);
export const centreRefused = event('badge.centre-refused', OfCentre);
export const centreSigned = event('badge.centre-signed', OfCentre);
export const centreLapsed = event('badge.centre-lapsed', OfCentre);
