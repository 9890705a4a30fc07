// The order of cases, what breaks ties, and who gets the places: as data at each threshold, and for any entries.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed } from '../../../engine/commissions/places.ts';
import { type Entry, ranked } from '../../../engine/commissions/ranking.ts';
import type { RankDecision, TieBreak } from '../../../engine/commissions/rule.ts';
import type { Fact } from '../../../engine/commissions/shapes.ts';
import { byRank } from '../../support/commissions/sample.ts';

interface Given {
  readonly total?: string;
  readonly depth?: string;
  readonly tops?: readonly [number, number];
  readonly facts?: readonly Fact[];
}

const entry = (id: string, { total = '50', depth = '5', tops = [0, 0], facts = [] }: Given = {}): Entry => ({
  id,
  facts,
  tally: {
    total,
    criteria: [
      { criterion: 'depth', mean: depth, top: tops[0] },
      { criterion: 'clarity', mean: '3', top: tops[1] },
    ],
    ...{ inFavour: 0, against: 0 },
  },
});

const fact = (value: string | number) => ({ facts: [{ name: 'since', value }] });
const higher: TieBreak = { by: 'criterion', criterion: 'depth', prefer: 'higher' };
const lower: TieBreak = { by: 'criterion', criterion: 'depth', prefer: 'lower' };
const tops: TieBreak = { by: 'top-scores', criterion: null };
const topsOfDepth: TieBreak = { by: 'top-scores', criterion: 'depth' };
const earlier: TieBreak = { by: 'fact', fact: 'since', title: 'a:b', of: 'text', prefer: 'lower' };
const later: TieBreak = { ...earlier, prefer: 'higher' };
const lot: TieBreak = { by: 'lot' };

/** Ids with rank and what broke the tie. */
const orderOf = (tieBreaks: TieBreak[], entries: readonly Entry[]) =>
  ranked({ ...byRank, tieBreaks }, entries).map(({ id, rank, brokenBy }) => `${id}${rank}${brokenBy ?? ''}`);

describe('a ranking', () => {
  const two = (a: Given, b: Given) => [entry('a', a), entry('b', b)];
  const orders: [string, TieBreak[], readonly Entry[], string[]][] = [
    ['the total first', [lower], two({ total: '50', depth: '1' }, { total: '151/3' }), ['b1', 'a2']],
    [
      'fractions that decimals would confuse',
      [],
      two({ total: '33333333333333333/100000000000000000' }, { total: '1/3' }),
      ['b1', 'a2'],
    ],
    ['a tie that nothing breaks', [], two({}, {}), ['a1', 'b1']],
    ['a higher mean', [higher], two({ depth: '5' }, { depth: '16/3' }), ['b1', 'a20']],
    ['a lower mean', [lower], two({ depth: '16/3' }, { depth: '5' }), ['b1', 'a20']],
    ['top scores in all', [tops], two({ tops: [2, 0] }, { tops: [1, 2] }), ['b1', 'a20']],
    ['top scores of one', [topsOfDepth], two({ tops: [1, 2] }, { tops: [2, 0] }), ['b1', 'a20']],
    [
      'the second where the first does not',
      [tops, earlier],
      two(fact('2026-10-02'), fact('2026-10-01')),
      ['b1', 'a21'],
    ],
    ['the later', [later], two(fact('2026-10-01'), fact('2026-10-02')), ['b1', 'a20']],
    ['numbers as numbers', [{ ...later, of: 'integer' }], two(fact(9), fact(10)), ['b1', 'a20']],
    ['an equal fact as a tie', [earlier], two(fact('2026-10-01'), fact('2026-10-01')), ['a1', 'b1']],
  ];
  it.each(orders)('goes by %s', (_name, tieBreaks, entries, order) => {
    expect(orderOf(tieBreaks, entries)).toEqual(order);
    expect(orderOf(tieBreaks, [...entries].reverse())).toEqual(order);
  });

  it('gives those in a tie one rank, and counts them all before the next', () => {
    const entries = [entry('a', { total: '9' }), entry('b'), entry('c'), entry('d', { total: '90' })];
    expect(orderOf([], entries)).toEqual(['d1', 'b2', 'c2', 'a4']);
  });

  it('draws a lot that is the same for everyone and leaves no tie', () => {
    const entries = Array.from({ length: 40 }, (_, n) => entry(`case-${n}`));
    const order = ranked({ ...byRank, tieBreaks: [lot] }, entries);
    expect(order.map(({ rank }) => rank)).toEqual(entries.map((_, n) => n + 1));
    expect(ranked({ ...byRank, tieBreaks: [lot] }, [...entries].reverse())).toEqual(order);
    expect(order.map(({ id }) => id)).not.toEqual(entries.map(({ id }) => id));
  });
});

// Ranks of entries, places, what becomes of a tie → who is awarded.
const seats: [number[], number | null, RankDecision['unbroken'], number[]][] = [
  [[1, 2, 3], 3, 'none', [1, 2, 3]],
  [[1, 2, 3], 2, 'none', [1, 2]],
  [[1, 2, 3], 0, 'all', []],
  [[1, 2, 3], null, 'none', [1, 2, 3]],
  [[1, 2, 2, 4], 1, 'none', [1]],
  [[1, 2, 2, 4], 2, 'none', [1]],
  [[1, 2, 2, 4], 2, 'all', [1, 2, 2]],
  [[1, 2, 2, 4], 3, 'none', [1, 2, 2]],
  [[1, 2, 2, 4], 3, 'vote-again', [1, 2, 2]],
  [[1, 1, 1], 2, 'none', []],
  [[1, 1, 1], 2, 'all', [1, 1, 1]],
  [[1, 1, 3, 3], 1, 'all', [1, 1]],
];
const rankingOf = (ranks: readonly number[]) =>
  ranks.map((rank, n) => ({ id: `case-${n}`, rank, brokenBy: null }));

describe('places', () => {
  it.each(seats)('for ranks %j: %j, a tie goes to %s, awards %j', (ranks, places, unbroken, awarded) => {
    const result = placed({ places, unbroken }, rankingOf(ranks));
    const got = result.ok ? result.value.filter(({ outcome }) => outcome === 'awarded') : null;
    expect(got?.map(({ rank }) => rank)).toEqual(awarded);
  });

  it('are given to nobody while a tie over the last ones wants a further vote', () => {
    expect(placed({ places: 2, unbroken: 'vote-again' }, rankingOf([1, 2, 2, 4]))).toEqual({
      ok: false,
      reasons: [{ code: 'commissions.tie-unbroken', params: { tied: 2, count: 1, rank: 2 } }],
    });
  });
});

const anyEntry = fc.record({
  total: fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 3 }))
    .map(([n, d]) => `${n}/${d}`),
  depth: fc.constantFrom('1', '3/2', '2'),
  tops: fc.tuple(fc.nat(2), fc.nat(2)),
  facts: fc.constantFrom('2026-10-01', '2026-10-02').map((value) => [{ name: 'since', value }]),
});
const anyEntries = fc
  .array(anyEntry, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((each, n) => entry(`case-${n}`, each)));
const anyBreaks = fc.subarray([higher, tops, earlier, lot]);

it('ranks any entries alike in any order, never awards beyond the places but for a declared tie, and skips nobody', () => {
  const shuffled = anyEntries.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  const anyRule = fc.record({
    tieBreaks: anyBreaks,
    places: fc.nat(13),
    unbroken: fc.constantFrom('all' as const, 'none' as const, 'vote-again' as const),
  });
  fc.assert(
    fc.property(shuffled, anyRule, ([list, other], { tieBreaks, places, unbroken }) => {
      const decision: RankDecision = { by: 'rank', places, tieBreaks, unbroken };
      const order = ranked(decision, list);
      expect(ranked(decision, other)).toEqual(order);
      const result = placed(decision, order);
      if (!result.ok) {
        expect(unbroken).toBe('vote-again');
        return;
      }
      const awarded = result.value.filter(({ outcome }) => outcome === 'awarded');
      if (unbroken !== 'all') expect(awarded.length).toBeLessThanOrEqual(places);
      // Nobody is awarded behind somebody who is not, and equals are treated alike.
      expect(result.value.slice(0, awarded.length)).toEqual(awarded);
      const ranks = new Map(result.value.map(({ rank, outcome }) => [rank, outcome]));
      for (const { rank, outcome } of result.value) expect(outcome).toBe(ranks.get(rank));
    }),
    { numRuns: 300 },
  );
});
