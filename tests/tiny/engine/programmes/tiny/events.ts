// What the tiny programme announces.
import Type from 'typebox';
import { event } from '../../../../../engine/store/event.ts';

const OfWalker = Type.Object({ person: Type.String() });

export const walkEnded = event('tiny.walk-ended', OfWalker);
export const walkReopened = event('tiny.walk-reopened', OfWalker);
export const walkJoined = event('tiny.walk-joined', OfWalker);
