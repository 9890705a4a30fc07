// json-rules-engine at its best: one engine, figures in the conditions, no paths; percentages and reasons from its results.
import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine';
import type { Facts } from '../../../engine/rules/rule-book.ts';
import { MOST, type Said, WIDE, wide } from './subject.ts';

interface Judged {
  readonly name?: string;
  readonly result?: boolean;
  readonly operator?: string;
  readonly factResult?: unknown;
  readonly value?: unknown;
  readonly all?: readonly Judged[];
  readonly any?: readonly Judged[];
}

const leaf = (fact: string, operator: string, value: unknown, name: string): NestedCondition =>
  ({ fact, operator, value, name }) as NestedCondition;

function rules(): readonly RuleProperties[] {
  const wides = Array.from({ length: WIDE }, (_, nth): RuleProperties => {
    const { first, second, third, flag } = wide(nth);
    const choice = {
      name: `b.choice-${nth}`,
      any: [
        leaf(third.fact, 'greaterThanInclusive', third.least, `b.third-${nth}`),
        leaf(flag, 'equal', true, `b.flag-${nth}`),
      ],
    } as NestedCondition;
    const all = [
      leaf(first.fact, 'greaterThanInclusive', first.least, `b.first-${nth}`),
      leaf(second.fact, 'greaterThanInclusive', second.least, `b.second-${nth}`),
      choice,
    ];
    return { name: `r${nth}`, conditions: { all }, event: { type: `r${nth}` } };
  });
  const most = { all: [leaf('b.n0', 'lessThanInclusive', MOST, 'b.too-many')] };
  const last = { all: [leaf('b.f0', 'equal', true, 'b.no-flag')] };
  return [
    ...wides,
    { name: 'most', conditions: most, event: { type: 'most' } },
    { name: 'last', conditions: last, event: { type: 'last' } },
  ];
}

/** @returns a judge for one person at a time: an engine that runs twice at once skips rules */
export function byEngine(): (facts: Facts) => Promise<Said> {
  const all = rules();
  const engine = new Engine([...all]);
  const order = new Map(all.map(({ name }, at) => [name, at]));
  return async (facts) => {
    const { results, failureResults } = await engine.run(facts);
    const judged: { conditions: Judged; result: boolean }[] = new Array(all.length);
    for (const { name, conditions, result } of [...results, ...failureResults])
      judged[order.get(name) ?? 0] = { conditions: conditions as Judged, result: result === true };
    const reasons: Said['reasons'][number][] = [];
    let total = 0;
    let met = true;
    for (const { conditions, result } of judged) {
      met &&= result;
      total += result ? 1 : fractionOf(conditions, reasons);
    }
    const percent = met ? 100 : Math.min(99.99, Math.round((total / all.length) * 10_000) / 100);
    return { met, percent, reasons };
  };
}

/** Adds what is lacking to `reasons`. */
function fractionOf({ all = [] }: Judged, reasons: Said['reasons'][number][]): number {
  let sum = 0;
  for (const each of all) {
    if (each.result === true) sum += 1;
    else {
      const lead = each.any?.[0] ?? each;
      const [have, need] = [lead.factResult, lead.value];
      reasons.push({ code: each.name ?? '', have, need });
      const progresses = lead.operator === 'greaterThanInclusive';
      if (progresses) sum += Math.min(1 - Number.EPSILON, Number(have) / Number(need));
    }
  }
  return sum / all.length;
}
