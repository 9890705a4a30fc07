// What happens in supervision.
import Type from 'typebox';
import { event } from '../../../store/event.ts';

export const expertAssigned = event(
  'badge.expert-assigned',
  Type.Object({ mentor: Type.String(), expert: Type.String() }),
);
/** Somebody acts for the mentor from now on. */
export const standInNamed = event(
  'badge.stand-in-named',
  Type.Object({ mentor: Type.String(), standIn: Type.String() }),
);
export const letterSent = event('badge.letter-sent', Type.Object({ letter: Type.String() }));
export const logWritten = event('badge.log-written', Type.Object({ log: Type.String() }));
export const staffPageWritten = event('badge.staff-page-written', Type.Object({ person: Type.String() }));
