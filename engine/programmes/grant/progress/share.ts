// How much of something is done, as an exact fraction: thirds add up to one. Percentages of a whole come from summed
// numerators and denominators, never from percentages.
import { Fraction } from 'fraction.js';

/** `reached` parts `of` so many: an indicator is one part, an activity has as many as it has indicators. */
export interface Share {
  readonly reached: Fraction;
  readonly of: number;
}

export const NOTHING = new Fraction(0);
export const WHOLE = new Fraction(1);

/** At most the whole. */
export const partOf = (have: number, need: number): Fraction =>
  need <= 0 || have >= need ? WHOLE : new Fraction(Math.max(0, have), need);

export const sumOf = (parts: readonly Fraction[]): Fraction =>
  parts.reduce((total, each) => total.add(each), NOTHING);

export const meanOf = (parts: readonly Fraction[]): Fraction =>
  parts.length === 0 ? NOTHING : sumOf(parts).div(parts.length);

export const together = (shares: readonly Share[]): Share => ({
  reached: sumOf(shares.map(({ reached }) => reached)),
  of: shares.reduce((total, each) => total + each.of, 0),
});

/** Whole percent, rounded down: 100 is said of what is done only. */
export const percentOf = ({ reached, of }: Share): number =>
  of === 0 ? 0 : Number(reached.mul(100).div(of).floor().valueOf());

export const isWhole = ({ reached, of }: Share): boolean => of > 0 && reached.compare(of) >= 0;
