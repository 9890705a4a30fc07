// What all contenders judge: a set of 16 requirements with 58 conditions over 32 facts, and people who meet some of them.
import { type Facts, type RuleBook, ruleBookFrom } from '../../../engine/rules/rule-book.ts';

/** Requirements of four conditions: two amounts that are enough, and a choice of a third or a yes. */
export const WIDE = 14;
export const NUMBERS = 24;
export const FLAGS = 8;

/** The facts that a wide requirement compares, and with what. */
export const wide = (nth: number) => ({
  first: { fact: `b.n${(2 * nth) % NUMBERS}`, least: 2 + (nth % 3) },
  second: { fact: `b.n${(2 * nth + 1) % NUMBERS}`, least: 1 + (nth % 4) },
  third: { fact: `b.n${(2 * nth + 7) % NUMBERS}`, least: 8 + (nth % 5) },
  flag: `b.f${nth % FLAGS}`,
});
export const MOST = 18;

const source = { document: 'a benchmark', section: '1' };
const figure = (value: number) => ({
  unit: 'things',
  values: [{ from: '2020-01-01', value, status: 'inForce', source }],
});

function requirements() {
  const leaf = (fact: string, operator: string, value: unknown, name: string) => ({
    fact,
    operator,
    value,
    name,
  });
  const wides = Array.from({ length: WIDE }, (_, nth) => {
    const { first, second, third, flag } = wide(nth);
    const conditions = {
      all: [
        leaf(first.fact, 'atLeast', { param: `first${nth}` }, `b.first-${nth}`),
        leaf(second.fact, 'atLeast', { param: `second${nth}` }, `b.second-${nth}`),
        {
          name: `b.choice-${nth}`,
          any: [
            leaf(third.fact, 'atLeast', { param: `third${nth}` }, `b.third-${nth}`),
            leaf(flag, 'is', true, `b.flag-${nth}`),
          ],
        },
      ],
    };
    return { id: `r${nth}`, text: `rules:requirement.b.r${nth}`, conditions };
  });
  const most = { all: [leaf('b.n0', 'atMost', { param: 'most' }, 'b.too-many')] };
  const last = { all: [leaf('b.f0', 'is', true, 'b.no-flag')] };
  return [
    ...wides,
    { id: 'most', text: 'rules:requirement.b.most', conditions: most },
    { id: 'last', text: 'rules:requirement.b.last', conditions: last },
  ];
}

export const SET = 'b.set';
export const ON = '2026-01-01';

export function benchBook(): RuleBook {
  const facts = Object.fromEntries([
    ...Array.from({ length: NUMBERS }, (_, n) => [`b.n${n}`, { type: 'int', unit: 'things', min: 0 }]),
    ...Array.from({ length: FLAGS }, (_, n) => [`b.f${n}`, { type: 'bool' }]),
  ]);
  const figures = Array.from({ length: WIDE }, (_, nth) => {
    const { first, second, third } = wide(nth);
    return [
      [`first${nth}`, figure(first.least)],
      [`second${nth}`, figure(second.least)],
      [`third${nth}`, figure(third.least)],
    ] as const;
  });
  const set = {
    ...{ id: SET, programme: 'b', title: 'rules:set.b.set', kind: 'level' },
    versions: [{ from: '2020-01-01', source, requirements: requirements() }],
  };
  const parameters = { ...Object.fromEntries(figures.flat()), most: figure(MOST) };
  return ruleBookFrom([
    { programme: 'b', kind: 'facts', file: 'b/facts.json', content: facts },
    { programme: 'b', kind: 'parameters', file: 'b/params.json', content: parameters },
    { programme: 'b', kind: 'set', file: 'b/set.json', content: set },
  ]);
}

/** The same people each time. Most lack something. */
export function benchPeople(count: number): readonly Facts[] {
  let seed = 20_261_005;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Object.fromEntries([
      ...Array.from({ length: NUMBERS }, (_, n) => [`b.n${n}`, next(20)]),
      ...Array.from({ length: FLAGS }, (_, n) => [`b.f${n}`, next(4) > 0]),
    ]),
  );
}

/** What a contender says of one person. */
export interface Said {
  readonly met: boolean;
  /** 0–100. */
  readonly percent: number;
  readonly reasons: readonly { readonly code: string; readonly have: unknown; readonly need: unknown }[];
}

/** What a round comes to: how many meet everything, and what the others lack. */
export class Sum {
  #met = 0;
  #percent = 0;
  #lack = 0;
  readonly #reasons = new Map<string, number>();

  add({ met, percent, reasons }: Said): void {
    if (met) this.#met += 1;
    this.#percent += percent;
    for (const { code, have, need } of reasons) {
      this.#reasons.set(code, (this.#reasons.get(code) ?? 0) + 1);
      if (typeof have === 'number' && typeof need === 'number') this.#lack += need - have;
    }
  }

  get outcome(): unknown {
    const reasons = [...this.#reasons].sort(([one], [other]) => (one < other ? -1 : 1));
    return { met: this.#met, percent: Math.round(this.#percent), lack: this.#lack, reasons };
  }
}
