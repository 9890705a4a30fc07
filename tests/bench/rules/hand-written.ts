// The same rules as a careful developer writes them in code, with nothing but what these need.
import type { Facts } from '../../../engine/rules/rule-book.ts';
import { MOST, type Said, WIDE, wide } from './subject.ts';

const shapes = Array.from({ length: WIDE }, (_, nth) => ({
  ...wide(nth),
  codes: { first: `b.first-${nth}`, second: `b.second-${nth}`, choice: `b.choice-${nth}` },
}));

const NEARLY = 1 - Number.EPSILON;
const share = (have: number, need: number): number => Math.min(NEARLY, have / need);

export function byHand(facts: Facts): Said {
  const reasons: Said['reasons'][number][] = [];
  let total = 0;
  for (const { first, second, third, flag, codes } of shapes) {
    let fraction = 0;
    const one = facts[first.fact] as number;
    if (one >= first.least) fraction += 1;
    else {
      fraction += share(one, first.least);
      reasons.push({ code: codes.first, have: one, need: first.least });
    }
    const two = facts[second.fact] as number;
    if (two >= second.least) fraction += 1;
    else {
      fraction += share(two, second.least);
      reasons.push({ code: codes.second, have: two, need: second.least });
    }
    const three = facts[third.fact] as number;
    if (three >= third.least || facts[flag] === true) fraction += 1;
    else {
      fraction += share(three, third.least);
      reasons.push({ code: codes.choice, have: three, need: third.least });
    }
    total += fraction / 3;
  }
  const most = facts['b.n0'] as number;
  if (most <= MOST) total += 1;
  else reasons.push({ code: 'b.too-many', have: most, need: MOST });
  const last = facts['b.f0'] === true;
  if (last) total += 1;
  else reasons.push({ code: 'b.no-flag', have: false, need: true });
  const met = reasons.length === 0;
  const percent = met ? 100 : Math.min(99.99, Math.round((total / (WIDE + 2)) * 10_000) / 100);
  return { met, percent, reasons };
}
