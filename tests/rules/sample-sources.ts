// A small programme of its own, sound as it stands, which tests bend in one place at a time.
import type { RuleSource } from '../../engine/rules/rule-book.ts';

const source = { document: 'sample', section: '1' };
const dated = (value: unknown, from = '2020-01-01', more: object = {}) => ({
  from,
  value,
  status: 'inForce',
  source,
  ...more,
});

const facts = () => ({
  'club.visits': { type: 'int', unit: 'visits', min: 0 },
  'club.guestVisits': { type: 'int', unit: 'visits', min: 0 },
  'club.days': { type: 'int', unit: 'days', min: 0 },
  'club.size': { type: 'int', unit: 'seats', values: [5, 10] },
  'club.member': { type: 'bool' },
  'club.colour': { type: 'choice', values: ['red', 'blue'] },
  'club.skills': { type: 'list', unit: 'skills', values: ['chess', 'song', 'dance'] },
});

const parameters = () => ({
  enough: { unit: 'visits', values: [dated(3), dated(4, '2021-01-01')] },
  perSize: { unit: 'visits', by: 'club.size', values: [dated({ '5': 2, '10': 6 })] },
  open: { unit: 'yesNo', values: [dated(true)] },
  someSkills: { unit: 'skills', values: [dated(2)] },
  rumoured: { unit: 'visits', values: [dated(9, '2020-01-01', { status: 'reported' })] },
  late: { unit: 'visits', values: [dated(1, '2020-06-01')] },
  brief: { unit: 'visits', values: [dated(1, '2020-01-01', { to: '2020-12-31' })] },
});

const leaf = (fact: string, operator: string, value: unknown, name: string) => ({
  fact,
  operator,
  value,
  name,
});

const set = () => ({
  id: 'club.join',
  programme: 'club',
  title: 'rules:set.club.join',
  kind: 'eligibility',
  versions: [
    {
      from: '2020-01-01',
      source,
      requirements: [
        {
          id: 'visits',
          text: 'rules:requirement.club.visits',
          conditions: {
            all: [
              leaf('club.visits', 'atLeast', { param: 'enough' }, 'club.few-visits') as Record<
                string,
                unknown
              >,
              leaf('club.member', 'is', true, 'club.not-member'),
            ],
          } as Record<string, unknown>,
        },
        {
          id: 'taste',
          text: 'rules:requirement.club.taste',
          conditions: {
            any: [
              leaf('club.colour', 'is', 'red', 'club.not-red'),
              leaf('club.skills', 'countAtLeast', { param: 'someSkills' }, 'club.few-skills'),
            ],
          } as Record<string, unknown>,
        },
      ],
      grants: [] as unknown[],
    },
  ],
});

export interface Sample {
  facts: ReturnType<typeof facts> & Record<string, unknown>;
  parameters: ReturnType<typeof parameters> & Record<string, unknown>;
  set: ReturnType<typeof set> & Record<string, unknown>;
}

/** A fresh sample: bend it freely. */
export const sample = (): Sample => ({ facts: facts(), parameters: parameters(), set: set() });

/** As the loader reads it from files: through JSON, so that `__proto__` is a key like any other. */
export function sourcesOf(bent: Sample): readonly RuleSource[] {
  const read = (content: unknown): unknown => JSON.parse(JSON.stringify(content));
  const programme = 'club';
  return [
    { file: 'club/facts.json', programme, kind: 'facts', content: read(bent.facts) },
    { file: 'club/params.json', programme, kind: 'parameters', content: read(bent.parameters) },
    { file: 'club/join.json', programme, kind: 'set', content: read(bent.set) },
  ];
}

/** The first version's first requirement's conditions: where most tests bend. */
export function conditionsOf({ set: { versions } }: Sample): Record<string, unknown> {
  const conditions = versions[0]?.requirements[0]?.conditions;
  if (conditions === undefined) throw new Error('the sample has lost its requirement');
  return conditions;
}

/** The one leaf that most tests bend: visits at least enough. */
export function leafOf(bent: Sample): Record<string, unknown> {
  const { all } = conditionsOf(bent);
  const first: unknown = Array.isArray(all) ? all[0] : undefined;
  if (typeof first !== 'object' || first === null) throw new Error('the sample has lost its leaf');
  return first as Record<string, unknown>;
}
