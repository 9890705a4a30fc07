// Accepted evidence for the sample's indicators, and what it comes to.
import { indicatorIn } from '../../../engine/programmes/grant/plan/shape.ts';
import type { Bases, Piece } from '../../../engine/programmes/grant/progress/piece.ts';
import { activityIn, indicatorsIn, progressOf } from '../../../engine/programmes/grant/progress/progress.ts';
import { samplePlan } from '../../../engine/programmes/grant/sample/sample.ts';

export const plan = samplePlan();
export const noBases: Bases = { participants: null, trip: null };

let made = 0;

/** So many of one part of an indicator, in one piece. */
export function piece(
  indicator: string,
  quantity: number,
  more: Partial<Piece> & { part?: number } = {},
): Piece {
  made += 1;
  const { part = 0, ...rest } = more;
  return {
    ...{ id: `p${made}`, serves: [{ indicator, part }], quantity, people: null, of: null },
    ...{ date: '2025-06-10', participant: null, ...rest },
  };
}

/** Lists with so many people on each, as one piece a list. */
export const lists = (indicator: string, ...people: readonly number[]): Piece[] =>
  people.map((each) =>
    piece(indicator, 1, { people: each, serves: [0, 1].map((part) => ({ indicator, part })) }),
  );

/** How an indicator of the sample stands: percent, whether it is done, and what its parts have. */
export function standing(indicator: string, pieces: readonly Piece[], bases: Bases = noBases) {
  const found = indicatorsIn(progressOf(plan, pieces, bases)).find((each) => each.indicator.id === indicator);
  if (!found) throw new Error(`the sample has no indicator ${indicator}`);
  const { percent, done, parts } = found;
  return { percent, done, have: parts.map(({ have }) => have), need: parts.map(({ need }) => need), parts };
}

export const activityStanding = (activity: string, pieces: readonly Piece[], bases: Bases = noBases) => {
  const found = activityIn(progressOf(plan, pieces, bases), activity);
  if (!found) throw new Error(`the sample has no activity ${activity}`);
  return { percent: found.percent, done: found.done };
};

/** Exactly what each measure of an activity asks for, but for those that need a base or a survey. */
export function enoughFor(activity: string): Piece[] {
  const found = plan.tasks.flatMap(({ activities }) => activities).find(({ id }) => id === activity);
  return (found?.indicators ?? []).flatMap(({ id }) => enough(id));
}

export function enough(indicator: string): Piece[] {
  const target = indicatorIn(plan, indicator)?.indicator.target ?? [];
  const list = target.findIndex(({ unit }) => unit === 'list');
  const people = target.find(({ unit }) => unit === 'person');
  if (list >= 0 && people)
    return lists(indicator, ...Array.from({ length: target[list]?.value ?? 0 }, () => people.value));
  return target.map((measure, part) => {
    const survey = measure.unit === 'percent';
    return piece(indicator, survey ? measure.value : measure.value, { part, ...(survey && { of: 100 }) });
  });
}

/** Whoever is one short: the same with one less of the first measure. */
export const without = (pieces: readonly Piece[], indicator: string): Piece[] => {
  const at = pieces.findIndex(({ serves }) => serves.some((each) => each.indicator === indicator));
  const short = pieces[at];
  if (!short) throw new Error(`nothing serves ${indicator}`);
  const less = short.quantity > 1 ? [{ ...short, quantity: short.quantity - 1 }] : [];
  return [...pieces.slice(0, at), ...less, ...pieces.slice(at + 1)];
};
