// What is announced about publicity.
import Type from 'typebox';
import { event } from '../../../store/event.ts';

const OfPublication = Type.Object({ publication: Type.String(), edition: Type.String() });

export const publicationRecorded = event('contest.publication-recorded', OfPublication);
export const publicationWithdrawn = event('contest.publication-withdrawn', OfPublication);
export const publicityPlanned = event(
  'contest.publicity-planned',
  Type.Object({ nomination: Type.String(), item: Type.String() }),
);
