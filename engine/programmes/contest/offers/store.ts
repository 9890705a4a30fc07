// The owner document of an offer: a college's responsible person would nominate a student, who has not agreed yet. What it
// tells of the student is shown to them and to the college alone, and goes once they have answered.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';
import { Named } from '../store.ts';

export const offerStates = [
  /** The link waits for the student. */
  'open',
  /** A student has agreed; their consent, or their legal representative's, is awaited. */
  'taken',
  /** They are nominated. */
  'accepted',
  'declined',
  'withdrawn',
  /** The stage ended before an answer. */
  'lapsed',
] as const;
export type OfferState = (typeof offerStates)[number];

export const offers = collection(
  'contest_offers',
  owned({
    edition: Type.String(),
    college: Type.String(),
    /** Of the student, as the college writes it; empty once the stage is over. */
    name: Type.String(),
    lowestMark: Type.Integer({ minimum: 2, maximum: 5 }),
    grounds: Type.Array(Named),
    /** The college's responsible person. */
    by: Type.String(),
    /** The student, from the moment they agreed. */
    person: nullable(Type.String()),
    state: oneOf(offerStates),
    offeredAt: Instant,
  }),
  [
    outboxIndex,
    { fields: { edition: 1, college: 1, state: 1 } },
    { fields: { person: 1 } },
    { fields: { by: 1 } },
  ],
);
export type Offer = ReturnType<typeof offers.check>;
