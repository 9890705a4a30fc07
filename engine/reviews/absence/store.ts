// Who of the staff is away, and until when. One document a person, under the person's id.
import { collection, Instant, nullable } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';

export const absences = collection(
  'review_absences',
  owned({
    /** The end of their last day away; null while they are there. */
    until: nullable(Instant),
  }),
  [outboxIndex],
);
export type Absence = ReturnType<typeof absences.check>;
