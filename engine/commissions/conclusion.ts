// What a sitting comes to as a whole: ranked questions are put in order and the places given, all others stand as decided.
import { ok, type Result, refusedFor } from '../kernel/result.ts';
import { type Placed, placed } from './places.ts';
import { ranked } from './ranking.ts';
import type { CommissionRule } from './rule.ts';
import type { Case, Conclusion } from './store.ts';

export type Placings = ReadonlyMap<string, readonly Placed[]>;

/** @param cases none of them open @returns by the question's id; the refusal where a tie wants a further vote */
export function placingsOf({ questions }: CommissionRule, cases: readonly Case[]): Result<Placings> {
  const placings = new Map<string, readonly Placed[]>();
  for (const { id, decision } of questions) {
    if (decision.by !== 'rank') continue;
    const entries = cases.flatMap(({ _id, question, facts, decided }) =>
      question === id && decided ? [{ id: _id, facts, tally: decided.tally }] : [],
    );
    const result = placed(decision, ranked(decision, entries));
    if (!result.ok) return refusedFor(result.reasons);
    if (entries.length > 0) placings.set(id, result.value);
  }
  return ok(placings);
}

/** By the case's id. */
export function outcomesOf(cases: readonly Case[], placings: Placings): Conclusion['outcomes'] {
  const byId = new Map([...placings.values()].flat().map((each) => [each.id, each]));
  return [...cases]
    .sort((a, b) => (a._id < b._id ? -1 : 1))
    .map(({ _id, subject, question, decided }) => {
      const placing = byId.get(_id);
      return {
        ...{ case: _id, subject, question, rank: placing?.rank ?? null },
        outcome: placing?.outcome ?? decided?.outcome ?? 'withdrawn',
      };
    });
}
