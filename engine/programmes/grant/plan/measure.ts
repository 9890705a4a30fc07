// One measure of a target: at least or exactly so many of a unit, in all or per list, participant, day or month. A target
// is one measure, or several that must all be met («10/2»: 10 photos and 2 videos).
import Type, { type Static } from 'typebox';
import { nullable, oneOf } from '../../../store/model.ts';
import { units } from './units.ts';

export const comparators = ['atLeast', 'exact'] as const;

/** What the value is multiplied by: each list, each participant, each day of the trip, each calendar month. */
export const bases = ['list', 'participant', 'day', 'month'] as const;
export type Base = (typeof bases)[number];

export const Measure = Type.Object({
  /** `exact` is the plan's figure: met from it on, more is reported and not punished. */
  comparator: oneOf(comparators),
  value: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  unit: oneOf(units),
  /** What of the unit is meant: `handout`, `socialNetwork`, `medicalWorker`; of a percentage, whose. */
  subject: nullable(Type.String()),
  per: nullable(oneOf(bases)),
  /** How many of the base there are, where the plan says so. */
  base: nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
});
export type Measure = Static<typeof Measure>;

/** Whose satisfaction is asked: each is counted by itself. */
export const populations = ['tripParticipants', 'courseParticipants', 'projectParticipants'] as const;
export type Population = (typeof populations)[number];

export const isPopulation = (word: string | null): word is Population =>
  populations.some((each) => each === word);

/** A measure with what is mostly so. */
export const measureOf = (
  measure: Pick<Measure, 'value' | 'unit'> & Partial<Omit<Measure, 'value' | 'unit'>>,
): Measure => ({ comparator: 'exact', subject: null, per: null, base: null, ...measure });

/** People who stand on the lists of the same target, and not by themselves. */
export const isOnLists = (target: readonly Measure[], { unit }: Pick<Measure, 'unit'>): boolean =>
  unit === 'person' && target.some((each) => each.unit === 'list');
