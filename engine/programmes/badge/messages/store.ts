// Messages between a participant and their mentor: kept, and read by those who supervise. No telephone number is shown.
import Type from 'typebox';
import { collection, Instant, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';

export const messages = collection(
  'badge_messages',
  owned({
    participation: Type.String(),
    person: Type.String(),
    from: Type.String(),
    side: oneOf(['participant', 'mentor'] as const),
    text: Type.String(),
    /** Ids of kept files: voice, video, pictures. */
    media: Type.Array(Type.String()),
    at: Instant,
  }),
  [outboxIndex, { fields: { participation: 1, at: -1 } }, { fields: { person: 1 } }, { fields: { from: 1 } }],
);
export type BadgeMessage = ReturnType<typeof messages.check>;
