// Who gets one of a limited number of places, by rank; and what becomes of a tie over the last ones.
import { ok, type Result, refused } from '../kernel/result.ts';
import type { Ranked } from './ranking.ts';
import type { RankDecision } from './rule.ts';

export interface Placed extends Ranked {
  readonly outcome: 'awarded' | 'refused';
}

/** @param ranking best first @returns the refusal `tie-unbroken` where the rule wants a further vote */
export function placed(
  { places, unbroken }: Pick<RankDecision, 'places' | 'unbroken'>,
  ranking: readonly Ranked[],
): Result<readonly Placed[]> {
  const list: Placed[] = [];
  for (const entry of ranking) {
    const tied = ranking.filter(({ rank }) => rank === entry.rank).length;
    // Places that are left when this rank's turn comes: everyone of a better rank has had one.
    const left = places === null ? tied : places - (entry.rank - 1);
    const isOverfull = left > 0 && tied > left;
    if (isOverfull && unbroken === 'vote-again')
      return refused('commissions.tie-unbroken', { tied, count: left, rank: entry.rank });
    const isAwarded = left >= tied || (isOverfull && unbroken === 'all');
    list.push({ ...entry, outcome: isAwarded ? 'awarded' : 'refused' });
  }
  return ok(list);
}
