// Groups and left sides that the loader refuses.

import { conditionsOf, leafOf } from '../sample-sources.ts';
import { bendLeaf, drop, FIRST, good, LEAF, nested, type Rejection, root, WHEN, when } from './bending.ts';

export const rejectedGroups: readonly Rejection[] = [
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
  {
    what: 'an empty group that says to whom a requirement applies',
    bend: when({ all: [] }),
    code: 'empty-group',
    pointer: `${WHEN}/all`,
  },
  {
    what: 'a leaf that says to whom a requirement applies',
    bend: when(good),
    code: 'bare-leaf',
    pointer: WHEN,
  },
  {
    what: 'an unknown fact in whom a requirement applies to',
    bend: when({ all: [{ ...good, fact: 'club.mood' }] }),
    code: 'unknown-fact',
    pointer: `${WHEN}/all/0/fact`,
  },
  { what: 'nine levels', bend: root(nested(9)), code: 'too-deep', pointer: `${FIRST}${'/all/0'.repeat(8)}` },
  {
    what: '201 nodes',
    bend: root({ all: Array.from({ length: 200 }, () => good) }),
    code: 'too-many-nodes',
    pointer: `${FIRST}/all/199`,
  },
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
];
