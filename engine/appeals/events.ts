// What happens to an appeal.
import Type, { type Static } from 'typebox';
import { event } from '../store/event.ts';

const OfAppeal = Type.Object({ appeal: Type.String(), kind: Type.String(), person: Type.String() });
export type OfAppeal = Static<typeof OfAppeal>;

export const appealOpened = event('appeals.opened', OfAppeal);
export const appealDecided = event('appeals.decided', OfAppeal);
