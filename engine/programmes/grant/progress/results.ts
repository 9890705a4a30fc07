// How far each expected result of block I is met, from the activities that carry it. The table of indicators is the stricter
// reading wherever the result says less («1 video» beside «at least 5»): a result is met by its own figure.
import type { Measure } from '../plan/measure.ts';
import type { Plan } from '../plan/shape.ts';
import type { Unit } from '../plan/units.ts';
import type { Measured } from './measured.ts';
import type { PlanProgress } from './progress.ts';
import { isWhole, meanOf, partOf, percentOf } from './share.ts';

type Result = Plan['general']['results'][number];

export interface Wanted {
  readonly want: Measure;
  readonly have: number;
}

export interface ResultProgress {
  readonly result: Result;
  readonly wanted: readonly Wanted[];
  readonly percent: number;
  readonly done: boolean;
}

export const resultsOf = (plan: Plan, progress: PlanProgress): readonly ResultProgress[] =>
  plan.general.results.map((result) => resultProgress(result, progress));

function resultProgress(result: Result, progress: PlanProgress): ResultProgress {
  const carrying = progress.tasks
    .flatMap(({ activities }) => activities)
    .filter(({ activity }) => result.carriedBy.includes(activity.id));
  const parts = carrying.flatMap(({ indicators }) => indicators).flatMap((each) => each.parts);
  const wanted = result.wants.map((want) => ({ want, have: haveOf(want, parts) }));
  const shares = wanted.map(({ want, have }) => partOf(have, want.value));
  // Without a figure of its own it is as far as what carries it.
  const whole =
    shares.length > 0
      ? meanOf(shares)
      : meanOf(carrying.map(({ share }) => share.reached.div(share.of || 1)));
  const share = { reached: whole, of: 1 };
  return { result, wanted, percent: percentOf(share), done: isWhole(share) };
}

/** A seminar has its own list and its own programme: as many were held as there are of both. */
const SEMINAR: readonly Unit[] = ['list', 'programme'];

function haveOf(want: Measure, parts: readonly Measured[]): number {
  if (want.unit === 'seminar') return Math.min(...SEMINAR.map((unit) => sumOf(parts, unit)));
  const meant = parts.filter(({ measure }) => isMeant(want, measure));
  if (want.unit === 'person') return Math.max(0, ...meant.map(peopleIn));
  if (want.unit === 'percent') return Math.min(...(meant.length > 0 ? meant.map(({ have }) => have) : [0]));
  return meant.reduce((sum, { have }) => sum + have, 0);
}

const sumOf = (parts: readonly Measured[], unit: Unit): number =>
  parts.filter(({ measure }) => measure.unit === unit).reduce((sum, { have }) => sum + have, 0);

/** A percentage is known by its figure: the 70 % of the result are the 70 % of the table. */
const isMeant = (want: Measure, measure: Measure): boolean =>
  measure.unit === want.unit &&
  (want.subject === null || want.subject === measure.subject) &&
  (want.unit !== 'percent' || want.value === measure.value);

/** On each of several lists the same people stand. */
const peopleIn = ({ measure, have, need }: Measured): number =>
  measure.per === 'list' && need !== null ? Math.floor(have / (need / measure.value)) : have;
