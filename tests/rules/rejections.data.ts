// Everything that the loader refuses, as data: one bend of a sound rule book, and the one finding it must give.
import { conditionsOf, leafOf, type Sample } from './sample-sources.ts';

export interface Rejection {
  readonly what: string;
  readonly bend: (sample: Sample) => unknown;
  readonly code: string;
  readonly file?: string;
  readonly pointer: string;
}

const FIRST = '/versions/0/requirements/0/conditions';
const LEAF = `${FIRST}/all/0`;
const PARAMS = 'club/params.json';
const good = { fact: 'club.member', operator: 'is', value: true, name: 'club.not-member' };

const root = (conditions: unknown) => (bent: Sample) => {
  const requirement = bent.set.versions[0]?.requirements[0];
  if (requirement !== undefined) requirement.conditions = conditions as Record<string, unknown>;
};
const bendLeaf = (change: object) => (bent: Sample) => Object.assign(leafOf(bent), change);
const drop = (key: string) => (bent: Sample) => Reflect.deleteProperty(leafOf(bent), key);
const bendEnough = (values: readonly object[]) => (bent: Sample) => {
  Object.assign(bent.parameters.enough, { values });
};
const dated = (from: string, more: object = {}) => ({
  from,
  value: 1,
  status: 'inForce',
  source: { document: 'sample', section: '1' },
  ...more,
});
const versions =
  (...dates: readonly object[]) =>
  (bent: Sample) => {
    const [first] = bent.set.versions;
    Object.assign(bent.set, { versions: dates.map((each) => ({ ...first, ...each })) });
  };

export function nested(depth: number): unknown {
  return Array.from({ length: depth - 1 }).reduce<unknown>((inner) => ({ all: [inner] }), good);
}

export const rejections: readonly Rejection[] = [
  // Groups
  { what: 'an empty all', bend: root({ all: [] }), code: 'empty-group', pointer: `${FIRST}/all` },
  { what: 'an empty any', bend: root({ any: [] }), code: 'empty-group', pointer: `${FIRST}/any` },
  {
    what: 'an empty group inside',
    bend: root({ all: [good, { any: [] }] }),
    code: 'empty-group',
    pointer: `${FIRST}/all/1/any`,
  },
  {
    what: 'all and any together',
    bend: root({ all: [good], any: [good] }),
    code: 'mixed-group',
    pointer: FIRST,
  },
  {
    what: 'a group that is a fact too',
    bend: root({ all: [{ ...good, any: [good] }] }),
    code: 'mixed-group',
    pointer: `${FIRST}/all/0`,
  },
  { what: 'a bare not', bend: root({ not: good }), code: 'bare-not', pointer: `${FIRST}/not` },
  {
    what: 'a not inside',
    bend: root({ all: [{ not: good }] }),
    code: 'bare-not',
    pointer: `${FIRST}/all/0/not`,
  },
  { what: 'a leaf in the place of a group', bend: root(good), code: 'bare-leaf', pointer: FIRST },
  {
    what: 'a group that is no list',
    bend: root({ all: good }),
    code: 'wrong-shape',
    pointer: `${FIRST}/all`,
  },
  {
    what: 'a condition that is no object',
    bend: root({ all: ['club.member'] }),
    code: 'wrong-shape',
    pointer: `${FIRST}/all/0`,
  },
  {
    what: 'an unknown key in a group',
    bend: root({ all: [good], some: 1 }),
    code: 'unknown-key',
    pointer: `${FIRST}/some`,
  },
  {
    what: 'a reference to a shared condition',
    bend: root({ all: [{ ...good, condition: 'x' }] }),
    code: 'unknown-key',
    pointer: `${FIRST}/all/0/condition`,
  },
  {
    what: 'priority on a group',
    bend: root({ all: [good], priority: 2 }),
    code: 'priority',
    pointer: `${FIRST}/priority`,
  },
  { what: 'nine levels', bend: root(nested(9)), code: 'too-deep', pointer: `${FIRST}${'/all/0'.repeat(8)}` },
  {
    what: '201 nodes',
    bend: root({ all: Array.from({ length: 200 }, () => good) }),
    code: 'too-many-nodes',
    pointer: `${FIRST}/all/199`,
  },
  // Leaves
  {
    what: 'priority on a leaf',
    bend: bendLeaf({ priority: 1 }),
    code: 'priority',
    pointer: `${LEAF}/priority`,
  },
  { what: 'a path', bend: bendLeaf({ path: '$.visits' }), code: 'path', pointer: `${LEAF}/path` },
  {
    what: 'an unknown key in a leaf',
    bend: bendLeaf({ weight: 1 }),
    code: 'unknown-key',
    pointer: `${LEAF}/weight`,
  },
  {
    what: 'an unknown fact',
    bend: bendLeaf({ fact: 'club.visitz' }),
    code: 'unknown-fact',
    pointer: `${LEAF}/fact`,
  },
  {
    what: 'a fact named like a prototype',
    bend: bendLeaf({ fact: 'toString' }),
    code: 'unknown-fact',
    pointer: `${LEAF}/fact`,
  },
  { what: 'no fact', bend: bendLeaf({ fact: null }), code: 'unknown-fact', pointer: `${LEAF}/fact` },
  {
    what: 'an operator of json-rules-engine',
    bend: bendLeaf({ operator: 'greaterThanInclusive' }),
    code: 'unknown-operator',
    pointer: `${LEAF}/operator`,
  },
  { what: 'no operator', bend: drop('operator'), code: 'unknown-operator', pointer: `${LEAF}/operator` },
  {
    what: 'an operator named like a prototype',
    bend: bendLeaf({ operator: 'toString' }),
    code: 'unknown-operator',
    pointer: `${LEAF}/operator`,
  },
  { what: 'no reason code', bend: drop('name'), code: 'reason-code', pointer: `${LEAF}/name` },
  {
    what: "another programme's reason code",
    bend: bendLeaf({ name: 'credit.few' }),
    code: 'reason-code',
    pointer: `${LEAF}/name`,
  },
  { what: 'a bare figure', bend: bendLeaf({ value: 3 }), code: 'bare-figure', pointer: `${LEAF}/value` },
  { what: 'no value', bend: drop('value'), code: 'wrong-shape', pointer: `${LEAF}/value` },
  { what: 'null as a value', bend: bendLeaf({ value: null }), code: 'wrong-shape', pointer: `${LEAF}/value` },
  { what: 'a number as text', bend: bendLeaf({ value: '3' }), code: 'wrong-type', pointer: `${LEAF}/value` },
  {
    what: 'yes against a number',
    bend: bendLeaf({ value: true }),
    code: 'wrong-type',
    pointer: `${LEAF}/value`,
  },
  {
    what: 'a number operator on yes/no',
    bend: bendLeaf({ fact: 'club.member' }),
    code: 'wrong-type',
    pointer: `${LEAF}/operator`,
  },
  {
    what: 'a list operator on a number',
    bend: bendLeaf({ operator: 'includes' }),
    code: 'wrong-type',
    pointer: `${LEAF}/operator`,
  },
  {
    what: 'a colour there is not',
    bend: bendLeaf({ fact: 'club.colour', operator: 'is', value: 'green' }),
    code: 'wrong-type',
    pointer: `${LEAF}/value`,
  },
  {
    what: 'a skill there is not',
    bend: bendLeaf({ fact: 'club.skills', operator: 'includes', value: 'sleep' }),
    code: 'wrong-type',
    pointer: `${LEAF}/value`,
  },
  {
    what: 'an unknown parameter',
    bend: bendLeaf({ value: { param: 'enuff' } }),
    code: 'unknown-parameter',
    pointer: `${LEAF}/value/param`,
  },
  {
    what: 'a parameter named like a prototype',
    bend: bendLeaf({ value: { param: 'toString' } }),
    code: 'unknown-parameter',
    pointer: `${LEAF}/value/param`,
  },
  {
    what: 'a parameter of the wrong type',
    bend: bendLeaf({ value: { param: 'open' } }),
    code: 'wrong-type',
    pointer: `${LEAF}/value/param`,
  },
  {
    what: 'a parameter of another unit',
    bend: bendLeaf({ value: { param: 'someSkills' } }),
    code: 'unit-mismatch',
    pointer: `${LEAF}/value/param`,
  },
  {
    what: 'a table without its fact',
    bend: bendLeaf({ value: { param: 'perSize' } }),
    code: 'table-by',
    pointer: `${LEAF}/value/by`,
  },
  {
    what: 'a fact for what is no table',
    bend: bendLeaf({ value: { param: 'enough', by: 'club.size' } }),
    code: 'table-by',
    pointer: `${LEAF}/value/by`,
  },
  {
    what: 'an unknown key beside a parameter',
    bend: bendLeaf({ value: { param: 'enough', or: 1 } }),
    code: 'unknown-key',
    pointer: `${LEAF}/value/or`,
  },
  {
    what: 'an unknown fact on the right',
    bend: bendLeaf({ value: { fact: 'club.nothing' } }),
    code: 'unknown-fact',
    pointer: `${LEAF}/value/fact`,
  },
  {
    what: 'a fact of another type on the right',
    bend: bendLeaf({ value: { fact: 'club.member' } }),
    code: 'wrong-type',
    pointer: `${LEAF}/value/fact`,
  },
  {
    what: 'a fact of another unit on the right',
    bend: bendLeaf({ value: { fact: 'club.days' } }),
    code: 'unit-mismatch',
    pointer: `${LEAF}/value/fact`,
  },
  {
    what: 'a figure as a switch',
    bend: bendLeaf({ fact: 'param:enough' }),
    code: 'wrong-type',
    pointer: `${LEAF}/fact`,
  },
  {
    what: 'an unknown switch',
    bend: bendLeaf({ fact: 'param:nothing' }),
    code: 'unknown-parameter',
    pointer: `${LEAF}/fact`,
  },
  {
    what: 'adding an unknown fact',
    bend: bendLeaf({ params: { plus: ['club.nothing'] } }),
    code: 'unknown-fact',
    pointer: `${LEAF}/params/plus/0`,
  },
  {
    what: 'adding days to visits',
    bend: bendLeaf({ params: { plus: ['club.days'] } }),
    code: 'unit-mismatch',
    pointer: `${LEAF}/params/plus/0`,
  },
  {
    what: 'adding yes to visits',
    bend: bendLeaf({ params: { plus: ['club.member'] } }),
    code: 'wrong-type',
    pointer: `${LEAF}/params/plus/0`,
  },
  {
    what: 'adding nothing',
    bend: bendLeaf({ params: { plus: [] } }),
    code: 'wrong-shape',
    pointer: `${LEAF}/params`,
  },
  {
    what: 'other params than plus',
    bend: bendLeaf({ params: { plus: ['club.guestVisits'], minus: [] } }),
    code: 'unknown-key',
    pointer: `${LEAF}/params/minus`,
  },
  // Prototype keys
  {
    what: '__proto__ in a leaf',
    bend: (bent) => Object.defineProperty(leafOf(bent), '__proto__', { value: {}, enumerable: true }),
    code: 'prototype-key',
    pointer: `${LEAF}/__proto__`,
  },
  {
    what: 'constructor in a group',
    bend: (bent) => Object.assign(conditionsOf(bent), { constructor: 1 }),
    code: 'prototype-key',
    pointer: `${FIRST}/constructor`,
  },
  // Versions
  {
    what: 'versions that overlap',
    bend: versions({ to: '2020-12-31' }, { from: '2020-12-31' }),
    code: 'date-overlap',
    pointer: '/versions/1/from',
  },
  {
    what: 'versions from the same day',
    bend: versions({ name: 'a' }, { name: 'b' }),
    code: 'date-overlap',
    pointer: '/versions/1/from',
  },
  {
    what: 'versions out of order',
    bend: versions({ from: '2021-01-01' }, { from: '2020-01-01' }),
    code: 'date-overlap',
    pointer: '/versions/1/from',
  },
  {
    what: 'a day without a version',
    bend: versions({ to: '2020-12-30' }, { from: '2021-01-01' }),
    code: 'date-gap',
    pointer: '/versions/1/from',
  },
  {
    what: 'a version that ends before it begins',
    bend: versions({ to: '2019-12-31' }),
    code: 'ends-before-start',
    pointer: '/versions/0/to',
  },
  {
    what: '30 February',
    bend: versions({ from: '2020-02-30' }),
    code: 'no-such-date',
    pointer: '/versions/0/from',
  },
  {
    what: 'a date in words',
    bend: versions({ from: 'today' }),
    code: 'wrong-shape',
    pointer: '/versions/0/from',
  },
  {
    what: 'two versions of one name',
    bend: versions({ name: 'a' }, { name: 'a', from: '2021-01-01' }),
    code: 'duplicate',
    pointer: '/versions/1',
  },
  {
    what: 'a parameter without a value on the first day',
    bend: bendLeaf({ value: { param: 'late' } }),
    code: 'no-value',
    pointer: '/versions/0/from',
  },
  {
    what: 'a parameter that is only reported',
    bend: bendLeaf({ value: { param: 'rumoured' } }),
    code: 'no-value',
    pointer: '/versions/0/from',
  },
  {
    what: 'a parameter that ends before the version',
    bend: bendLeaf({ value: { param: 'brief' } }),
    code: 'no-value',
    pointer: '/versions/0',
  },
  {
    what: 'granting what is unknown',
    bend: versions({ grants: [{ param: 'prize' }] }),
    code: 'unknown-parameter',
    pointer: '/versions/0/grants/0/param',
  },
  // The set
  {
    what: 'a set under another id',
    bend: (bent) => Object.assign(bent.set, { id: 'club.leave' }),
    code: 'misplaced',
    pointer: '/id',
  },
  {
    what: 'a set of another programme',
    bend: (bent) => Object.assign(bent.set, { programme: 'choir' }),
    code: 'misplaced',
    pointer: '/programme',
  },
  {
    what: 'an unknown key in a set',
    bend: (bent) => Object.assign(bent.set, { owner: 'x' }),
    code: 'unknown-key',
    pointer: '/owner',
  },
  {
    what: 'an unknown kind',
    bend: (bent) => Object.assign(bent.set, { kind: 'magic' }),
    code: 'wrong-shape',
    pointer: '/kind',
  },
  {
    what: 'no versions',
    bend: (bent) => Object.assign(bent.set, { versions: [] }),
    code: 'wrong-shape',
    pointer: '/versions',
  },
  {
    what: 'a version without a source',
    bend: versions({ source: undefined }),
    code: 'missing-key',
    pointer: '/versions/0',
  },
  // Parameters and facts
  {
    what: 'an unknown key in a parameter',
    bend: (bent) => Object.assign(bent.parameters.enough, { colour: 1 }),
    code: 'unknown-key',
    file: PARAMS,
    pointer: '/enough/colour',
  },
  {
    what: 'a value without a status',
    bend: bendEnough([dated('2020-01-01', { status: undefined })]),
    code: 'missing-key',
    file: PARAMS,
    pointer: '/enough/values/0',
  },
  {
    what: 'an unknown status',
    bend: bendEnough([dated('2020-01-01', { status: 'maybe' })]),
    code: 'wrong-shape',
    file: PARAMS,
    pointer: '/enough/values/0/status',
  },
  {
    what: 'values that overlap',
    bend: bendEnough([dated('2020-01-01', { to: '2021-06-01' }), dated('2021-01-01')]),
    code: 'date-overlap',
    file: PARAMS,
    pointer: '/enough/values/1/from',
  },
  {
    what: 'a gap between values',
    bend: bendEnough([dated('2020-01-01', { to: '2020-06-01' }), dated('2021-01-01')]),
    code: 'date-gap',
    file: PARAMS,
    pointer: '/enough/values/1/from',
  },
  {
    what: 'a value that changes its type',
    bend: bendEnough([dated('2020-01-01'), dated('2021-01-01', { value: 'many' })]),
    code: 'wrong-type',
    file: PARAMS,
    pointer: '/enough/values/1/value',
  },
  {
    what: 'a table without its fact in params',
    bend: bendEnough([dated('2020-01-01', { value: { a: 1 } })]),
    code: 'wrong-type',
    file: PARAMS,
    pointer: '/enough/values/0/value',
  },
  {
    what: 'a table that misses a value of its fact',
    bend: (bent) =>
      Object.assign(bent.parameters.perSize, { values: [dated('2020-01-01', { value: { '5': 1 } })] }),
    code: 'table-keys',
    file: PARAMS,
    pointer: '/perSize/values/0/value',
  },
  {
    what: 'a table by an unknown fact',
    bend: (bent) => Object.assign(bent.parameters.perSize, { by: 'club.nothing' }),
    code: 'unknown-fact',
    file: PARAMS,
    pointer: '/perSize/by',
  },
  {
    what: 'a table by a fact without listed values',
    bend: (bent) => Object.assign(bent.parameters.perSize, { by: 'club.visits' }),
    code: 'wrong-type',
    file: PARAMS,
    pointer: '/perSize/by',
  },
  {
    what: 'a fact of an unknown type',
    bend: (bent) => Object.assign(bent.facts, { 'club.mood': { type: 'feeling' } }),
    code: 'wrong-shape',
    file: 'club/facts.json',
    pointer: '/club.mood',
  },
];
