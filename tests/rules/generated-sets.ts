// Rule sets and facts nobody wrote: sound ones over a small catalogue with a fact of each type, for holding one
// evaluator against the other.
import fc from 'fast-check';
import { type Facts, type RuleBook, ruleBookFrom } from '../../engine/rules/rule-book.ts';

const source = { document: 'generated', section: '1' };
const dated = (value: unknown) => [{ from: '2020-01-01', value, status: 'inForce', source }];

const facts = {
  'gen.few': { type: 'int', unit: 'things', min: 0 },
  'gen.many': { type: 'int', unit: 'things', min: 0 },
  'gen.minutes': { type: 'int', unit: 'minutes', min: 0 },
  'gen.share': { type: 'number', unit: 'percent', min: 0, max: 100 },
  'gen.late': { type: 'int', unit: 'days' },
  'gen.size': { type: 'int', unit: 'hours', values: [20, 50] },
  'gen.yes': { type: 'bool' },
  'gen.also': { type: 'bool' },
  'gen.colour': { type: 'choice', values: ['red', 'blue', 'green'] },
  'gen.tags': { type: 'list', unit: 'tags', values: ['a', 'b', 'c'] },
  'gen.bonus': { type: 'int', unit: 'things', min: 0, default: 3 },
  'gen.chosen': { type: 'list', unit: 'tags', values: ['a', 'b', 'c'], default: ['a', 'b'] },
  'gen.speed': { type: 'choice', values: ['slow', 'fast'], default: 'slow' },
  'gen.extra': { type: 'bool', default: false },
} as const;

const figures = {
  nothing: { unit: 'things', values: dated(0) },
  three: { unit: 'things', values: dated(3) },
  seven: { unit: 'things', values: dated(7) },
  hour: { unit: 'minutes', values: dated(60) },
  bySpeed: { unit: 'things', by: 'gen.speed', values: dated({ slow: 3, fast: 7 }) },
  bySize: { unit: 'minutes', by: 'gen.size', values: dated({ '20': 1200, '50': 3000 }) },
  thingsBySize: { unit: 'things', by: 'gen.size', values: dated({ '20': 2, '50': 5 }) },
  half: { unit: 'percent', values: dated(50) },
  today: { unit: 'days', values: dated(0) },
  twoTags: { unit: 'tags', values: dated(2) },
  allowed: { unit: 'yesNo', values: dated(true) },
  forbidden: { unit: 'yesNo', values: dated(false) },
} as const;

const LIMITS = ['atLeast', 'atMost', 'below'] as const;
const limit = fc.constantFrom(...LIMITS);
const param = (...names: readonly string[]) => fc.constantFrom(...names).map((name) => ({ param: name }));
const bySize = (name: string) => fc.constant({ param: name, by: 'gen.size' });
const compared = (fact: fc.Arbitrary<string>, operator: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
  fc.record({ fact, operator, value });
const sameOrNot = fc.constantFrom('is', 'isNot');

const bare = fc.oneof(
  compared(
    fc.constantFrom('gen.few', 'gen.many'),
    limit,
    fc.oneof(param('nothing', 'three', 'seven'), bySize('thingsBySize')),
  ),
  compared(
    fc.constant('gen.few'),
    fc.constantFrom(...LIMITS, 'is', 'isNot'),
    fc.constant({ fact: 'gen.many' }),
  ),
  fc.record({
    fact: fc.constant('gen.few'),
    params: fc.constant({ plus: ['gen.many'] }),
    operator: limit,
    value: param('three', 'seven'),
  }),
  compared(fc.constant('gen.minutes'), limit, fc.oneof(param('hour'), bySize('bySize'))),
  compared(fc.constant('gen.share'), limit, param('half')),
  compared(fc.constant('gen.late'), limit, param('today')),
  compared(fc.constantFrom('gen.yes', 'gen.also'), sameOrNot, fc.boolean()),
  compared(fc.constantFrom('param:allowed', 'param:forbidden'), fc.constant('is'), fc.boolean()),
  compared(fc.constant('gen.colour'), sameOrNot, fc.constantFrom('red', 'blue')),
  compared(fc.constant('gen.tags'), fc.constantFrom('includes', 'excludes'), fc.constantFrom('a', 'b')),
  compared(fc.constant('gen.tags'), fc.constant('countAtLeast'), param('twoTags')),
  compared(
    fc.constantFrom('gen.bonus', 'gen.few'),
    limit,
    fc.oneof(param('three', 'seven'), fc.constant({ param: 'bySpeed', by: 'gen.speed' })),
  ),
  compared(
    fc.constant('gen.chosen'),
    fc.constantFrom('includes', 'excludes'),
    fc.constantFrom('a', 'b', 'c'),
  ),
  compared(fc.constant('gen.extra'), sameOrNot, fc.boolean()),
);

const code = fc.constantFrom('one', 'two', 'three', 'four', 'five').map((name) => `gen.${name}`);
const leaf = fc.tuple(bare, code).map(([condition, name]) => ({ ...condition, name }));
const kind = fc.constantFrom('all', 'any');
const named = fc.option(code, { nil: undefined, freq: 4 });

const { group } = fc.letrec<{ group: object; condition: object }>((tie) => ({
  condition: fc.oneof({ maxDepth: 5, depthSize: 'small', withCrossShrink: true }, leaf, tie('group')),
  group: fc
    .tuple(kind, fc.array(tie('condition'), { minLength: 1, maxLength: 4 }), named)
    .map(([all, parts, name]) => ({ [all]: parts, ...(name !== undefined && { name }) })),
}));

/** To whom a requirement applies: a condition or two. */
const when = fc
  .tuple(kind, fc.array(leaf, { minLength: 1, maxLength: 2 }))
  .map(([all, parts]) => ({ [all]: parts }));

const requirement = fc.record(
  { conditions: group, when, gate: fc.constant(true), group: fc.constantFrom('left', 'right') },
  { requiredKeys: ['conditions'] },
);

/** A book with the one set `gen.set`, in force from 2020. */
export const generatedBook: fc.Arbitrary<RuleBook> = fc
  .tuple(fc.array(requirement, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([requirements, grants]) => bookOf(setOf(requirements, grants)));

/** The book with `gen.set` as given. */
export function bookOf(set: object): RuleBook {
  const about = { programme: 'gen' };
  return ruleBookFrom([
    { ...about, kind: 'facts', file: 'gen/facts.json', content: facts },
    { ...about, kind: 'parameters', file: 'gen/params.json', content: figures },
    { ...about, kind: 'set', file: 'gen/set.json', content: set },
  ]);
}

function setOf(requirements: readonly object[], grants: boolean): object {
  const version = {
    from: '2020-01-01',
    source,
    requirements: requirements.map((each, n) => ({
      id: `r${n}`,
      text: `rules:requirement.gen.r${n}`,
      ...each,
    })),
    ...(grants && { grants: [{ param: 'bySize', by: 'gen.size' }, { param: 'seven' }] }),
  };
  return {
    ...{ id: 'gen.set', programme: 'gen', title: 'rules:set.gen.set', kind: 'eligibility' },
    versions: [version],
  };
}

const edges = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 49, 50, 51, 59, 60, 61, 1199, 1200, 2999, 3000);
const natural = fc.oneof(edges, fc.nat(10_000), fc.constant(Number.MAX_SAFE_INTEGER));

const given = fc.record(
  {
    'gen.few': natural,
    'gen.many': natural,
    'gen.minutes': natural,
    'gen.share': fc.oneof(
      fc.constantFrom(0, 49.99, 50, 50.01, 100),
      fc.double({ min: 0, max: 100, noNaN: true }),
    ),
    'gen.late': fc.constantFrom(-30, -1, 0, 1, 30),
    'gen.size': fc.constantFrom(20, 50),
    'gen.yes': fc.boolean(),
    'gen.also': fc.boolean(),
    'gen.colour': fc.constantFrom('red', 'blue', 'green'),
    'gen.tags': fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }),
  },
  { noNullPrototype: true },
);

const optional = fc.record(
  {
    'gen.bonus': natural,
    'gen.chosen': fc.subarray(['a', 'b', 'c']),
    'gen.speed': fc.constantFrom('slow', 'fast'),
    'gen.extra': fc.boolean(),
  },
  { noNullPrototype: true, requiredKeys: [] },
);

/** Facts of `gen.set`: all of those without a default, and some of the others. */
export const generatedFacts: fc.Arbitrary<Facts> = fc
  .tuple(given, optional)
  .map(([asked, more]) => ({ ...asked, ...more }));

export const generatedFactNames: readonly string[] = Object.keys(facts);
