// How far one measure of a target is met by accepted evidence. Pure: the same pieces in any order give the same.
import type { Fraction } from 'fraction.js';
import { isOnLists, type Measure } from '../plan/measure.ts';
import type { Activity, Indicator } from '../plan/shape.ts';
import { daysOf, monthsOf } from './periods.ts';
import type { Bases, Piece } from './piece.ts';
import { NOTHING, partOf } from './share.ts';

/** What has to be known before it can be counted. */
export type Unknown = 'trip' | 'participants';

export interface Measured {
  readonly measure: Measure;
  readonly have: number;
  /** Null while a base is unknown. */
  readonly need: number | null;
  readonly share: Fraction;
  readonly missing: Unknown | null;
  /** Days (`YYYY-MM-DD`) or months (`YYYY-MM`) that lack something. */
  readonly gaps: readonly string[];
}

export interface Measuring {
  readonly activity: Pick<Activity, 'from' | 'to'>;
  readonly indicator: Pick<Indicator, 'target'>;
  readonly bases: Bases;
}

/** @param pieces those that serve this very measure */
export function measured(
  measure: Measure,
  pieces: readonly Piece[],
  { activity, indicator, bases }: Measuring,
): Measured {
  if (measure.unit === 'percent') return satisfaction(measure, pieces);
  if (isOnLists(indicator.target, measure)) return onLists(measure, pieces, indicator.target);
  if (measure.per === 'day')
    return perPeriod(measure, pieces, bases.trip && daysOf(bases.trip), 'trip', dayOf);
  if (measure.per === 'month') return perPeriod(measure, pieces, monthsOf(activity), 'trip', monthOf);
  if (measure.per === 'participant')
    return perParticipant(measure, pieces, measure.base ?? bases.participants);
  return counted(measure, sum(pieces.map((piece) => amountOf(measure, piece))), measure.value);
}

const counted = (measure: Measure, have: number, need: number, gaps: readonly string[] = []): Measured => ({
  ...{ measure, have, need, gaps, missing: null },
  share: partOf(have, need),
});

const unknown = (measure: Measure, have: number, missing: Unknown): Measured => ({
  ...{ measure, have, need: null, gaps: [], missing, share: NOTHING },
});

const amountOf = ({ unit }: Measure, { people, quantity }: Piece): number =>
  unit === 'person' ? (people ?? quantity) : quantity;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * The share of satisfied among all who answered, whatever number of surveys there was. Whole percent are shown, but 99.9 %
 * is not 100 %.
 */
function satisfaction(measure: Measure, pieces: readonly Piece[]): Measured {
  const satisfied = sum(pieces.map(({ quantity }) => quantity));
  const answered = sum(pieces.map(({ of }) => of ?? 0));
  const have = answered === 0 ? 0 : Math.floor((100 * satisfied) / answered);
  const share = answered === 0 ? NOTHING : partOf(100 * satisfied, measure.value * answered);
  return { measure, have, need: measure.value, share, missing: null, gaps: [] };
}

/**
 * People on lists. «2 тізім (7 қызметкер)» are the same seven on both, so the shorter list counts; «10 көмекшіден» are ten on
 * each. With a list too few, the missing one counts by the list, not once more by its people.
 */
function onLists(measure: Measure, pieces: readonly Piece[], target: readonly Measure[]): Measured {
  const lists = target.find(({ unit }) => unit === 'list')?.value ?? 1;
  const longest = pieces
    .map(({ people }) => people ?? 0)
    .sort((a, b) => b - a)
    .slice(0, lists);
  if (measure.per !== 'list')
    return counted(measure, longest.length === 0 ? 0 : Math.min(...longest), measure.value);
  const enough = longest.map((people) => Math.min(people, measure.value));
  return counted(measure, sum(enough), measure.value * lists);
}

const dayOf = (piece: Piece): string => piece.date;
const monthOf = (piece: Piece): string => piece.date.slice(0, 7);

/** What one period has too much does not help another. */
function perPeriod(
  measure: Measure,
  pieces: readonly Piece[],
  periods: readonly string[] | null,
  missing: Unknown,
  periodOf: (piece: Piece) => string,
): Measured {
  const amount = (period: string) =>
    sum(pieces.filter((each) => periodOf(each) === period).map((each) => amountOf(measure, each)));
  if (periods === null) return unknown(measure, sum(pieces.map((each) => amountOf(measure, each))), missing);
  const have = sum(periods.map((period) => Math.min(amount(period), measure.value)));
  const gaps = periods.filter((period) => amount(period) < measure.value);
  return counted(measure, have, measure.value * periods.length, gaps);
}

/** From each: a second one of the same person does not stand for somebody else's. */
function perParticipant(measure: Measure, pieces: readonly Piece[], participants: number | null): Measured {
  const byPerson = new Map<string, number>();
  for (const piece of pieces) {
    const whose = piece.participant ?? '';
    byPerson.set(whose, (byPerson.get(whose) ?? 0) + piece.quantity);
  }
  const have = sum([...byPerson.values()].map((each) => Math.min(each, measure.value)));
  return participants === null
    ? unknown(measure, have, 'participants')
    : counted(measure, have, measure.value * participants);
}
