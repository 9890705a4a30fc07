// The owner documents of the tiny programme: one walk a person, under the person's id.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../../../../engine/store/model.ts';
import { outboxIndex, owned } from '../../../../../engine/store/owned.ts';

export const walkStates = ['joined', 'over'] as const;
export type WalkState = (typeof walkStates)[number];

export const walks = collection(
  'tiny_walks',
  owned({
    state: oneOf(walkStates),
    /** In the person's own words. */
    wish: Type.String(),
    since: Instant,
    /** Which leader said that it is over, and when. */
    ended: Type.Optional(nullable(Type.Object({ by: Type.String(), at: Instant }))),
  }),
  [outboxIndex, { fields: { since: 1, _id: 1 } }],
);
export type Walk = ReturnType<typeof walks.check>;
