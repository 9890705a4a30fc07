// What broadcasts announce: each event with what it carries.
import Type from 'typebox';
import { event } from '../../store/event.ts';

export const broadcastPiece = event(
  'notify.broadcast-piece',
  // The ids of the people in it come after `after`, up to `through`.
  Type.Object({ broadcast: Type.String(), after: Type.String(), through: Type.String() }),
);
export const broadcastCancelled = event(
  'notify.broadcast-cancelled',
  Type.Object({ broadcast: Type.String() }),
);
