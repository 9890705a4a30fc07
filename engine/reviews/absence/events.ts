// What is announced about absences.
import Type from 'typebox';
import { event } from '../../store/event.ts';

/** `until` is the end of the last day away. */
export const wentAway = event(
  'reviews.went-away',
  Type.Object({ person: Type.String(), until: Type.String() }),
);
export const cameBack = event('reviews.came-back', Type.Object({ person: Type.String() }));
