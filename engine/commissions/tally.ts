// What the votes on a case add up to. Exact: fractions of whole numbers, rounded only to be shown.
import { Fraction } from 'fraction.js';
import type { Criterion, Question } from './rule.ts';
import type { Fact, Score, Tally } from './shapes.ts';

export interface Vote {
  readonly scores: readonly Score[];
  readonly verdict: 'for' | 'against' | null;
}

const NONE = new Fraction(0);

/** The weighted total of one vote: of each criterion its weight times how far up the scale the score lies. */
export function voteTotal(question: Question, facts: readonly Fact[], vote: Vote): Fraction {
  return question.criteria.reduce((sum, criterion) => {
    const { least, most, weight } = criterion;
    return sum.add(new Fraction(scoreOf(criterion, facts, vote) - least, most - least).mul(weight));
  }, NONE);
}

export function tallyOf(question: Question, facts: readonly Fact[], votes: readonly Vote[]): Tally {
  const criteria = question.criteria.map((criterion) => {
    const scores = votes.map((vote) => scoreOf(criterion, facts, vote));
    const top = criterion.from === 'members' ? scores.filter((each) => each === criterion.most).length : 0;
    return { criterion: criterion.id, mean: meanOf(scores.map((each) => new Fraction(each))), top };
  });
  return {
    total: meanOf(votes.map((vote) => voteTotal(question, facts, vote))),
    criteria,
    inFavour: votes.filter(({ verdict }) => verdict === 'for').length,
    against: votes.filter(({ verdict }) => verdict === 'against').length,
  };
}

/** 0 of nothing: a case without a vote is never decided. */
function meanOf(values: readonly Fraction[]): string {
  if (values.length === 0) return NONE.toFraction();
  return values
    .reduce((sum, each) => sum.add(each), NONE)
    .div(values.length)
    .toFraction();
}

function scoreOf({ id, from, least }: Criterion, facts: readonly Fact[], { scores }: Vote): number {
  const given = from === 'members' ? scores.find((each) => each.criterion === id)?.score : factOf(facts, id);
  return typeof given === 'number' ? given : least;
}

export const factOf = (facts: readonly Fact[], name: string): number | string | undefined =>
  facts.find((each) => each.name === name)?.value;

/** As people read it, half away from zero: `8.50`. Without thousands; a language's own marks are the renderer's. */
export function shownAs(exact: string, decimals: number): string {
  const rounded = new Fraction(exact).round(decimals).mul(10 ** decimals);
  const digits = rounded
    .abs()
    .toFraction()
    .padStart(decimals + 1, '0');
  const sign = rounded.lt(0) ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
