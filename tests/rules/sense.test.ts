// What lint finds in rules that can be read: conditions nobody can satisfy, ways never gone, figures nothing reads.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSense, type RuleSetFile, ruleBookFrom } from '../../engine/rules/rule-book.ts';
import { countOf } from '../support/run/counts.ts';
import { holds } from '../support/run/holds.ts';
import { bookOf, generatedBook, generatedFacts } from './generated-sets.ts';
import { dated, FIRST, PARAMS, root } from './rejections/bending.ts';
import { type Sample, sample, sourcesOf } from './sample-sources.ts';
import { ON } from './shipped-book.ts';

function findings(bend: (bent: Sample) => unknown) {
  const bent = sample();
  bend(bent);
  return checkSense(ruleBookFrom(sourcesOf(bent)));
}

/** Of the conditions alone: the sample has figures that nothing reads. */
const impossible = (bend: (bent: Sample) => unknown) =>
  findings(bend).filter(({ code }) => code !== 'unused-parameter');

const leaf = (fact: string, operator: string, value: unknown, name = 'club.other') => ({
  fact,
  operator,
  value,
  name,
});
const visits = (operator: string, param: string) => leaf('club.visits', operator, { param });
const either = (...ways: unknown[]) => ({ any: ways });

const contradictions: readonly { what: string; all: readonly unknown[]; at?: string; hint?: string }[] = [
  { what: 'more than the most', all: [visits('atLeast', 'enough'), visits('below', 'late')], at: '/all/1' },
  {
    what: 'figures that cross on a day to come',
    all: [visits('atLeast', 'enough'), visits('atMost', 'three')],
    at: '/all/1',
    hint: 'on 2021-01-01 nobody',
  },
  {
    what: 'yes and no',
    all: [leaf('club.member', 'is', true), leaf('club.member', 'is', false)],
    at: '/all/1',
  },
  {
    what: 'two colours at once',
    all: [leaf('club.colour', 'is', 'red'), leaf('club.colour', 'is', 'blue')],
    at: '/all/1',
  },
  {
    what: 'every colour excluded',
    all: [leaf('club.colour', 'isNot', 'red'), leaf('club.colour', 'isNot', 'blue')],
    at: '/all/1',
  },
  {
    what: 'with and without a skill',
    all: [leaf('club.skills', 'includes', 'chess'), leaf('club.skills', 'excludes', 'chess')],
    at: '/all/1',
  },
  {
    what: 'more skills than are left',
    all: [leaf('club.skills', 'excludes', 'chess'), leaf('club.skills', 'countAtLeast', { param: 'three' })],
    at: '/all/1',
  },
  {
    what: 'too much for one size alone',
    all: [leaf('club.visits', 'atLeast', { param: 'perSize', by: 'club.size' }), visits('atMost', 'three')],
    at: '/all/1',
    hint: 'nobody with club.size 10',
  },
  {
    what: 'a choice without a way',
    all: [leaf('club.member', 'is', true), either(leaf('club.member', 'is', false))],
    at: '/all/1',
  },
  {
    what: 'a contradiction deep inside',
    all: [{ all: [leaf('club.member', 'is', true), { all: [leaf('club.member', 'isNot', true)] }] }],
    at: '/all/0/all/1/all/0',
  },
];

/** Figures that the cases compare with. */
function figures({ parameters }: Sample): void {
  Object.assign(parameters, {
    three: { unit: 'visits', values: [{ ...dated('2020-01-01'), value: 3 }] },
    late: { unit: 'visits', values: [{ ...dated('2020-01-01'), value: 1 }] },
    half: { unit: 'share', values: [{ ...dated('2020-01-01'), value: 0.5 }] },
  });
}

const bent = (all: readonly unknown[]) => (it: Sample) => {
  figures(it);
  Object.assign(it.facts, { 'club.share': { type: 'number', unit: 'share', min: 0, max: 1 } });
  const skills = { unit: 'skills', values: [{ ...dated('2020-01-01'), value: 3 }] };
  if (JSON.stringify(all).includes('countAtLeast')) Object.assign(it.parameters, { three: skills });
  root({ all })(it);
};

describe('conditions that exclude each other', () => {
  it.each(contradictions)('$what', ({ all, at = '', hint = 'nobody' }) => {
    const found = impossible(bent(all));
    expect(found).toMatchObject([
      { code: 'contradiction', file: 'club/join.json', pointer: `${FIRST}${at}` },
    ]);
    expect(found[0]?.hint).toContain(hint);
  });

  it('in another requirement', () => {
    const found = impossible((it) => {
      root({ all: [leaf('club.colour', 'is', 'blue')] })(it);
      const [, taste] = it.set.versions[0]?.requirements ?? [];
      Object.assign(taste ?? {}, { conditions: { all: [leaf('club.colour', 'is', 'red')] } });
    });
    expect(found.map(({ pointer }) => pointer)).toEqual(['/versions/0/requirements/1/conditions/all/0']);
  });
});

const sound: readonly { what: string; all: readonly unknown[] }[] = [
  { what: 'the same figure from both sides', all: [visits('atLeast', 'three'), visits('atMost', 'three')] },
  { what: 'a share up to its limit', all: [leaf('club.share', 'atLeast', { param: 'half' })] },
  {
    what: 'a way for one size only',
    all: [either(leaf('club.size', 'is', { param: 'five' }), leaf('club.member', 'is', true))],
  },
  {
    what: 'a sum, which may be anything',
    all: [
      { ...visits('atLeast', 'enough'), params: { plus: ['club.guestVisits'] } },
      visits('below', 'three'),
    ],
  },
  {
    what: 'another fact, which may be anything',
    all: [leaf('club.visits', 'below', { fact: 'club.guestVisits' }), visits('atLeast', 'enough')],
  },
  { what: 'a permission that is off', all: [either(leaf('param:open', 'is', false), good())] },
];
function good() {
  return leaf('club.member', 'is', true);
}

describe('conditions that can hold together', () => {
  it.each(sound)('$what', ({ all }) => {
    const five = { unit: 'seats', values: [{ ...dated('2020-01-01'), value: 5 }] };
    const found = impossible((it) => {
      bent(all)(it);
      Object.assign(it.parameters, { five });
    });
    expect(found).toEqual([]);
  });
});

const member = (value: boolean) => ({ all: [leaf('club.member', 'is', value)] });
const colour = (value: string) => ({ all: [leaf('club.colour', 'is', value)] });

/** The sample's two requirements, each as given. */
const twice = (first: object, second: object) => (it: Sample) => {
  const [one, other] = it.set.versions[0]?.requirements ?? [];
  Object.assign(one ?? {}, first);
  Object.assign(other ?? {}, second);
};

describe('requirements that apply to some', () => {
  const SECOND = '/versions/0/requirements/1';

  it('may ask opposite things of different people', () => {
    const [red, blue] = [colour('red'), colour('blue')];
    expect(
      impossible(twice({ when: member(true), conditions: red }, { when: member(false), conditions: blue })),
    ).toEqual([]);
  });

  it.each([
    ['of the same people', { when: member(true) }, 'nobody to whom visits, taste apply'],
    ['of somebody and of everybody', {}, 'nobody to whom taste applies'],
  ])('may not ask opposite things %s', (_, first, whom) => {
    const found = impossible(
      twice({ ...first, conditions: colour('red') }, { when: member(true), conditions: colour('blue') }),
    );
    expect(found).toMatchObject([{ code: 'contradiction', pointer: `${SECOND}/conditions/all/0` }]);
    expect(found[0]?.hint).toContain(whom);
  });

  it('apply to somebody', () => {
    const never = { all: [leaf('club.member', 'is', true), leaf('club.member', 'is', false)] };
    const found = impossible(twice({}, { when: never }));
    expect(found).toMatchObject([{ code: 'unreachable', pointer: `${SECOND}/when` }]);
  });

  it('count as readers of a figure', () => {
    const when = { all: [visits('atLeast', 'spare')] };
    const spare = { unit: 'visits', values: [{ ...dated('2020-01-01'), value: 2 }] };
    const found = findings((it) => {
      Object.assign(it.parameters, { spare });
      twice({}, { when })(it);
    });
    expect(found.filter(({ pointer }) => pointer === '/spare')).toEqual([]);
  });
});

it('a way that what surrounds it excludes', () => {
  const found = impossible(
    bent([good(), either(leaf('club.member', 'is', false), leaf('club.colour', 'is', 'red'))]),
  );
  expect(found).toMatchObject([{ code: 'unreachable', pointer: `${FIRST}/all/1/any/0` }]);
});

describe('figures', () => {
  const unused = { unit: 'visits', values: [dated('2020-01-01')] };
  const of = (name: string, definition: object) =>
    findings((it) => Object.assign(it.parameters, { [name]: definition })).filter(({ pointer }) =>
      pointer.startsWith(`/${name}`),
    );

  it.each([
    ['that nothing reads', unused, 'unused-parameter', ''],
    [
      'that the programme reads, and that end',
      { ...unused, readBy: 'programme', values: [dated('2020-01-01', { to: '2026-12-31' })] },
      'no-value',
      '/values/0/to',
    ],
    [
      'that the programme reads, and that are only reported',
      { ...unused, readBy: 'programme', values: [dated('2020-01-01', { status: 'reported' })] },
      'no-value',
      '/values',
    ],
  ])('%s', (_, definition, code, at) => {
    expect(of('spare', definition)).toMatchObject([{ code, file: PARAMS, pointer: `/spare${at}` }]);
  });

  it.each([
    ['that the programme reads', { ...unused, readBy: 'programme' }],
    ['that are only reported', { ...unused, values: [dated('2020-01-01', { status: 'reported' })] }],
  ])('nothing is wrong with those %s', (_, definition) => expect(of('spare', definition)).toEqual([]));
});

describe('over generated sets', () => {
  const people = fc.array(generatedFacts, { minLength: 30, maxLength: 30 });

  it('whoever satisfies everything proves that nothing is a contradiction, nor the way they went', async () => {
    await holds(
      fc.property(generatedBook, people, (book, each) => {
        const found = checkSense(book).filter(({ code }) => code !== 'unused-parameter');
        const isMet = (of: typeof book) => {
          const compiled = of.compiled('gen.set', ON);
          return each.some((facts) => compiled.evaluate(facts).outcome === 'met');
        };
        const set = book.set('gen.set');
        for (const { code, pointer, hint } of found) {
          const whom = /to whom ([\w, ]+) appl/.exec(hint)?.[1]?.split(', ') ?? [];
          if (code === 'contradiction') expect(isMet(bookOf(askedOf(whom, set)))).toBe(false);
          const own = `r${pointer.split('/')[4]}`;
          if (code === 'unreachable') expect(isMet(bookOf(askedOf([own], onlyBy(pointer, set))))).toBe(false);
        }
      }),
      { numRuns: countOf('senseOfRules') },
    );
  });
});

/** The set as it is to those to whom the requirements named apply: they are among them, and nothing else is asked. */
function askedOf(ids: readonly string[], { versions, ...set }: RuleSetFile): RuleSetFile {
  const asked = versions.map((version) => ({
    ...version,
    requirements: version.requirements.flatMap(({ when, ...requirement }) => {
      if (when === undefined) return [requirement];
      const both = { all: [when, requirement.conditions] };
      return ids.includes(requirement.id) ? [{ ...requirement, conditions: both }] : [];
    }),
  }));
  const none = asked.some(({ requirements }) => requirements.length === 0);
  if (none) throw new Error('nothing is asked of them');
  return { ...set, versions: asked };
}

/** The set without any way but that to a pointer. */
function onlyBy(pointer: string, set: RuleSetFile): RuleSetFile {
  const copy = structuredClone(set);
  const path = pointer.split('/').slice(1);
  path.reduce<object>((node, key, at) => {
    const next: object = Reflect.get(node, key);
    // The list keeps its one way; the walk goes on in the way, whatever its place was.
    if (path[at - 1] === 'any') (node as object[]).splice(0, Infinity, next);
    return next;
  }, copy);
  return copy;
}
