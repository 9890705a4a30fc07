// What the contest announces: each event with what it carries. Never a name: whoever is notified reads it where it is kept.
import Type, { type Static } from 'typebox';
import { event } from '../../store/event.ts';

const OfEdition = Type.Object({ edition: Type.String() });
const OfNomination = Type.Object({ nomination: Type.String(), person: Type.String() });
export type OfEdition = Static<typeof OfEdition>;
export type OfNomination = Static<typeof OfNomination>;

export const editionOpened = event('contest.edition-opened', OfEdition);

export const nominationProposed = event('contest.nomination-proposed', OfNomination);
export const nominationAdmitted = event('contest.nomination-admitted', OfNomination);
export const nominationRefused = event('contest.nomination-refused', OfNomination);
/** The college's responsible person takes the confirmation back. */
export const admissionUndone = event('contest.admission-undone', OfNomination);
export const nominationChosen = event('contest.nomination-chosen', OfNomination);
export const nominationReserved = event('contest.nomination-reserved', OfNomination);
/** A seat of the college was taken. */
export const nominationSent = event('contest.nomination-sent', OfNomination);
/** A seat of the region was taken: a winner of the region. */
export const nominationPassed = event('contest.nomination-passed', OfNomination);
export const nominationNotPassed = event('contest.nomination-not-passed', OfNomination);
export const laureateNamed = event('contest.laureate-named', OfNomination);
export const nominationWithdrawn = event(
  'contest.nomination-withdrawn',
  Type.Object({
    ...OfNomination.properties,
    /** The seats that it held, to be freed. */
    collegeSeat: Type.Union([Type.Null(), Type.String()]),
    regionSeat: Type.Union([Type.Null(), Type.String()]),
  }),
);
