// What happens to a request to be excused.
import Type, { type Static } from 'typebox';
import { event } from '../../../store/event.ts';

const OfExcuse = Type.Object({
  excuse: Type.String(),
  participation: Type.String(),
  person: Type.String(),
});
export type OfExcuse = Static<typeof OfExcuse>;

export const excuseAsked = event('badge.excuse-asked', OfExcuse);
export const weeksExcused = event('badge.weeks-excused', OfExcuse);
export const excuseRefused = event('badge.excuse-refused', OfExcuse);
export const excuseReopened = event('badge.excuse-reopened', OfExcuse);
