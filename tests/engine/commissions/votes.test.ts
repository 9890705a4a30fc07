// What may stand on a ballot, what votes add up to, and how a majority decides.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voteFaults } from '../../../engine/commissions/ballots.ts';
import { decided } from '../../../engine/commissions/decision.ts';
import { factFaults } from '../../../engine/commissions/facts.ts';
import type { Ballot } from '../../../engine/commissions/shapes.ts';
import { shownAs, tallyOf } from '../../../engine/commissions/tally.ts';
import {
  abstention,
  byRank,
  clarity,
  conflictOf,
  depth,
  matterOf,
  poll,
  questionOf,
  rosterOf,
  ruleOf,
  said,
  scored,
  scoresOf,
  yesOrNo,
} from '../../support/commissions/sample.ts';

const steps = questionOf({ criteria: [{ ...depth, least: -4, most: 4, step: 2 }] });
const codes = (reasons: readonly { readonly code: string }[]) =>
  reasons.map(({ code }) => code.replace('commissions.', ''));

describe('a score', () => {
  const onScale: [number, boolean][] = [
    [-5, false],
    [-4, true],
    [-3, false],
    [0, true],
    [3, false],
    [4, true],
    [5, false],
    [6, false],
    [0.5, false],
    [Number.NaN, false],
  ];
  it.each(onScale)('of %d fits -4 … 4 by 2: %s', (score, fits) => {
    const faults = voteFaults(steps, { scores: [{ criterion: 'depth', score }] }, true);
    expect(codes(faults)).toEqual(fits ? [] : ['off-scale']);
  });

  it('is for a known criterion, once, and not for an outside figure', () => {
    const question = questionOf({ criteria: [depth, poll] });
    const given = (criterion: string) => ({ criterion, score: 5 });
    const faults = (...names: string[]) => codes(voteFaults(question, { scores: names.map(given) }, true));
    expect(faults('depth')).toEqual([]);
    expect(faults('depth', 'depth')).toEqual(['no-such-criterion']);
    expect(faults('depth', 'poll')).toEqual(['no-such-criterion']);
    expect(faults('depth', '__proto__')).toEqual(['no-such-criterion']);
  });

  it('may be missing from a draft, not from a final vote', () => {
    const scores = [{ criterion: 'depth', score: 5 }];
    expect(codes(voteFaults(questionOf(), { scores }, false))).toEqual([]);
    expect(codes(voteFaults(questionOf(), { scores }, true))).toEqual(['score-missing']);
  });
});

it('asks for a verdict where a majority decides, and for none where a rank does', () => {
  expect(codes(voteFaults(yesOrNo('refused'), { scores: [] }, true))).toEqual(['verdict-missing']);
  expect(codes(voteFaults(yesOrNo('refused'), { scores: [], verdict: 'for' }, true))).toEqual([]);
  const scores = scoresOf(5, 3);
  expect(codes(voteFaults(questionOf(), { scores, verdict: 'for' }, true))).toEqual(['no-verdict-asked']);
});

describe('facts of a case', () => {
  const question = questionOf({
    criteria: [depth, poll],
    decision: {
      ...byRank,
      tieBreaks: [{ by: 'fact', fact: 'since', title: 'a:b', of: 'text', prefer: 'lower' }],
    },
  });
  const since = { name: 'since', value: '2026-10-01' };
  const all = [{ name: 'poll', value: 40 }, since];
  it('are complete before a decision, of their type, on their scale and asked for', () => {
    expect(factFaults(question, all, true)).toEqual([]);
    expect(codes(factFaults(question, [since], true))).toEqual(['fact-missing']);
    expect(codes(factFaults(question, [since], false))).toEqual([]);
    expect(codes(factFaults(question, [since, { name: 'poll', value: 101 }], true))).toEqual(['fact-unfit']);
    expect(codes(factFaults(question, [since, { name: 'poll', value: 100 }], true))).toEqual([]);
    expect(codes(factFaults(question, [all[0] ?? since, { name: 'since', value: 5 }], true))).toEqual([
      'fact-unfit',
    ]);
    expect(codes(factFaults(question, [...all, { name: 'marks', value: 5 }], true))).toEqual([
      'no-such-fact',
    ]);
    expect(codes(factFaults(question, [...all, since], true))).toEqual(['no-such-fact']);
  });
});

describe('a tally', () => {
  it('weighs each criterion by its scale, and takes the mean of the votes alone', () => {
    // (6/10 × 60 + 2/4 × 40) = 56; (10/10 × 60 + 4/4 × 40) = 100.
    const votes = [scored('m1', 6, 3), scored('m2', 10, 5)];
    expect(tallyOf(questionOf(), [], votes)).toEqual({
      total: '78',
      criteria: [
        { criterion: 'depth', mean: '8', top: 1 },
        { criterion: 'clarity', mean: '4', top: 1 },
      ],
      ...{ inFavour: 0, against: 0 },
    });
  });

  it('is exact where decimals would not be', () => {
    const votes = [scored('m1', 1, 1), scored('m2', 1, 1), scored('m3', 2, 1)];
    const { total, criteria } = tallyOf(questionOf({ criteria: [depth, clarity] }), [], votes);
    expect([total, criteria[0]?.mean]).toEqual(['8', '4/3']);
  });

  it('takes an outside figure as it comes, with its weight, 0 included', () => {
    const facts = [{ name: 'poll', value: 50 }];
    const vote = [scored('m1', 10, 5)];
    const totalOf = (weight: number) =>
      tallyOf(questionOf({ criteria: [depth, { ...poll, weight }] }), facts, vote).total;
    expect([totalOf(10), totalOf(0)]).toEqual(['65', '60']);
  });

  it('is the same whatever the abstentions', () => {
    const votes = [scored('m1', 6, 3), scored('m2', 9, 2), scored('m3', 1, 1)];
    const idle = ['m4', 'm5'].map(abstention);
    const of = (ballots: readonly Ballot[]) => {
      const result = decided(ruleOf(), questionOf(), rosterOf(5), matterOf(ballots));
      return result.ok ? result.value : null;
    };
    expect(of([...votes, ...idle])?.tally).toEqual(of(votes)?.tally);
    expect(of([...votes, ...idle])).toMatchObject({ votes: 3, abstentions: 2, present: 5 });
    expect(of([...votes, ...idle])?.parts.map(({ part }) => part)).toEqual([
      'vote',
      'vote',
      'vote',
      'abstention',
      'abstention',
    ]);
  });
});

it.each([
  ['2/3', 2, '0.67'],
  ['5/2', 0, '3'],
  ['7/8', 2, '0.88'],
  ['100', 2, '100.00'],
  ['-1/3', 1, '-0.3'],
  ['0', 1, '0.0'],
  ['1/300', 2, '0.00'],
])('shows %s with %i decimals as %s', (exact, decimals, shown) => {
  expect(shownAs(exact, decimals)).toBe(shown);
});

it('shows no more than half of the last place beside the exact figure', () => {
  const figure = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 97 }));
  fc.assert(
    fc.property(figure, fc.integer({ min: 0, max: 6 }), ([n, d], decimals) => {
      const scale = 10n ** BigInt(decimals);
      const shown = BigInt(shownAs(`${n}/${d}`, decimals).replace('.', ''));
      const off = shown * BigInt(d) - BigInt(n) * scale;
      expect((off < 0n ? -off : off) * 2n <= BigInt(d)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe('a majority', () => {
  const outcome = (tie: 'refused' | 'chair', ballots: readonly Ballot[], conflicts = [] as string[]) => {
    const item = matterOf(ballots, { conflicts: conflicts.map((each) => conflictOf(each)) });
    const result = decided(ruleOf(), yesOrNo(tie), rosterOf(5), item);
    return result.ok ? result.value.outcome : result.reasons.map(({ code }) => code).join();
  };
  const split = [said('m1', 'for'), said('m2', 'against'), said('m3', 'for'), said('m4', 'against')];

  it('is more for than against', () => {
    expect(outcome('refused', [...split, said('m5', 'for')])).toBe('awarded');
    expect(outcome('refused', [...split, said('m5', 'against')])).toBe('refused');
  });

  it('is not made by abstentions: one for and four abstentions award, a tie with one stays a tie', () => {
    const idle = ['m2', 'm3', 'm4', 'm5'].map(abstention);
    expect(outcome('refused', [said('m1', 'for'), ...idle])).toBe('awarded');
    expect(outcome('refused', [...split, abstention('m5')])).toBe('refused');
  });

  it('leaves a tie to the chair only where the rule does, and the chair voted', () => {
    expect(outcome('refused', split)).toBe('refused');
    expect(outcome('chair', split)).toBe('awarded');
    expect(outcome('chair', [said('m1', 'against'), said('m2', 'for'), ...split.slice(2)])).toBe('refused');
    const idleChair = [abstention('m1'), said('m5', 'for'), ...split.slice(1)];
    expect(outcome('chair', idleChair)).toBe('refused');
    expect(outcome('chair', [...split, said('m5', 'for')], ['m1'])).toBe('refused');
  });
});
