// The order of the cases of one question: by the mean total, then by the declared tie-breaks. Exact, whatever the order
// in which cases are handed in.
import { Fraction } from 'fraction.js';
import { derivedId } from '../kernel/ids.ts';
import type { RankDecision, TieBreak } from './rule.ts';
import type { Fact, Tally } from './shapes.ts';
import { factOf } from './tally.ts';

export interface Entry {
  /** Of the case: what a lot is drawn from. */
  readonly id: string;
  readonly tally: Tally;
  readonly facts: readonly Fact[];
}

export interface Ranked {
  readonly id: string;
  /** 1, 2, 2, 4: whom nothing sets apart shares a rank. */
  readonly rank: number;
  /** Which tie-break (0, 1, …) set it apart from the one before, of the same total; null where none had to or could. */
  readonly brokenBy: number | null;
}

/** Negative: the first comes before the second. */
type Order = (a: Entry, b: Entry) => number;

export function ranked({ tieBreaks }: RankDecision, entries: readonly Entry[]): readonly Ranked[] {
  const orders = [byTotal, ...tieBreaks.map(orderOf)];
  const compare: Order = (a, b) => orders.reduce((found, order) => found || order(a, b), 0);
  const sorted = [...entries].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
  const list: Ranked[] = [];
  for (const [at, entry] of sorted.entries()) {
    const before = sorted[at - 1];
    const key = before ? orders.findIndex((order) => order(before, entry) !== 0) : 0;
    const rank = key === -1 ? (list[at - 1]?.rank ?? 1) : at + 1;
    list.push({ id: entry.id, rank, brokenBy: key > 0 ? key - 1 : null });
  }
  return list;
}

const byTotal: Order = (a, b) => new Fraction(b.tally.total).compare(new Fraction(a.tally.total));

function orderOf(tieBreak: TieBreak): Order {
  switch (tieBreak.by) {
    case 'criterion':
      return inOrder(tieBreak.prefer, (entry) => new Fraction(criterionOf(entry, tieBreak.criterion).mean));
    case 'top-scores':
      return (a, b) => topsOf(b, tieBreak.criterion) - topsOf(a, tieBreak.criterion);
    case 'fact':
      return (a, b) => {
        const order = rising(factOf(a.facts, tieBreak.fact), factOf(b.facts, tieBreak.fact));
        return tieBreak.prefer === 'lower' ? order : -order;
      };
    case 'lot':
      return (a, b) => rising(lotOf(a), lotOf(b));
  }
}

/** Numbers by size, texts letter by letter. Of one type: a case is not put up with a fact of another. */
function rising(one: number | string | undefined, other: number | string | undefined): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [String(one), String(other)];
  return left < right ? -1 : Number(left > right);
}

const inOrder =
  (prefer: 'higher' | 'lower', of: (entry: Entry) => Fraction): Order =>
  (a, b) =>
    prefer === 'higher' ? of(b).compare(of(a)) : of(a).compare(of(b));

const criterionOf = ({ tally }: Entry, id: string) =>
  tally.criteria.find(({ criterion }) => criterion === id) ?? { criterion: id, mean: '0', top: 0 };

const topsOf = (entry: Entry, criterion: string | null): number =>
  criterion === null
    ? entry.tally.criteria.reduce((sum, { top }) => sum + top, 0)
    : criterionOf(entry, criterion).top;

/** Declared beforehand and the same for everyone who looks: nobody draws it. */
const lotOf = ({ id }: Entry): string => derivedId(`lot/${id}`);
