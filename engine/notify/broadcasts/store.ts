// Announcements to many: what is said, to whom, and up to whom it was handed over. Written by this folder only.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';

export const broadcastStates = ['sending', 'handed-over', 'cancelled'] as const;
export type BroadcastState = (typeof broadcastStates)[number];

/** Words of the operator, in each language. */
const Words = Type.Object({ kk: Type.String(), ru: Type.String(), en: Type.String() });

/** Students; null: of every region, of every university. */
const Audience = Type.Object({ region: nullable(Type.String()), university: nullable(Type.String()) });

export const broadcasts = collection(
  'broadcasts',
  owned({
    words: Words,
    audience: Audience,
    state: oneOf(broadcastStates),
    /** Id of the last person to whom it was handed over: everyone up to there has their delivery, or soon will. */
    after: Type.String(),
    handedOver: Type.Integer(),
    createdAt: Instant,
    endedAt: nullable(Instant),
  }),
  [
    outboxIndex,
    { fields: { createdAt: 1 }, options: { partialFilterExpression: { state: 'sending' } } },
    { fields: { createdAt: -1, _id: -1 } },
  ],
);

export type Broadcast = ReturnType<typeof broadcasts.check>;
