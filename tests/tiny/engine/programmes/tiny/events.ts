// What the tiny programme announces.
import Type from 'typebox';
import { event } from '../../../../../engine/store/event.ts';

export const walkJoined = event('tiny.walk-joined', Type.Object({ person: Type.String() }));
