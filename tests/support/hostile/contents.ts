// Contents of drafts that nobody means well: too deep, too large, keys of prototypes, patterns, wrong types, unknown names.
import fc from 'fast-check';
import { someId } from './known-names.ts';

/** A content as JSON text, and what is wrong with it. */
export interface HostileContent {
  readonly what: string;
  readonly json: string;
}

const deep = (open: string, inner: string, close: string, depth: number) =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

const depths = fc.constantFrom(40, 200, 3_000, 40_000);
const sizes = fc.constantFrom(300, 5_000, 60_000);
const list = (count: number, of: (n: number) => string) =>
  `[${Array.from({ length: count }, (_, n) => of(n)).join(',')}]`;

const wrong = fc.constantFrom(
  'null',
  '0',
  '-1e308',
  '1e999',
  '""',
  '"2026-02-30"',
  '"constructor"',
  'true',
  '[]',
  '{}',
  '[[]]',
  '{"$gt":""}',
  '{"param":"__proto__"}',
  '"\\u0000\\ud800"',
);

/** Anything in the place of a part of a draft. */
const junk: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: wrong },
  { weight: 2, arbitrary: fc.json({ maxDepth: 6 }) },
  depths.map((depth) => deep('{"all":[', 'true', ']}', depth)),
  depths.map((depth) => deep('[', '', ']', depth)),
  depths.map((depth) => deep('{"a":', '1', '}', depth)),
  sizes.map((count) => list(count, (n) => `${n}`)),
  sizes.map((count) => list(count, () => '{"from":"2020-01-01"}')),
  sizes.map((count) => `{${Array.from({ length: count }, (_, n) => `"key${n}":{}`).join(',')}}`),
  fc.constantFrom('a', 'ф', '(a+)+').map((letter) => JSON.stringify(letter.repeat(90_000))),
);

const hostileKey = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '$where',
  'a.b',
  '',
  '~/',
);

const hostileLeaf = fc.oneof(
  fc.constantFrom(`${someId}.nothing`, 'toString', '__proto__', 'nobody.age').map((fact) => ({ fact })),
  fc.constantFrom('greaterThan', 'constructor', 'matches').map((operator) => ({ operator })),
  fc.constantFrom('$..[?(/(a+)+$/.test(@))]', '$.x').map((path) => ({ path })),
  fc
    .constantFrom(1_200, '1200', null, { param: 'nothing' }, { fact: 'toString' })
    .map((value) => ({ value })),
  fc.constantFrom('', 'UPPER', 'a'.repeat(5_000), `${someId}.nothing-written`).map((name) => ({ name })),
  fc.constantFrom({ priority: 9 }, { not: {} }, { condition: 'x' }, { params: { plus: [] } }),
);

/** @param parts names of the parts of a content, as paths into it */
export function hostileContents(
  content: object,
  parts: readonly (readonly string[])[],
): fc.Arbitrary<HostileContent> {
  const text = JSON.stringify(content);
  const MARK = JSON.stringify('\u0001');
  const withAt = (path: readonly string[], put: (parent: object, key: string) => void): string => {
    const copy: object = JSON.parse(text);
    const parent = path.slice(0, -1).reduce<object>((node, key) => Reflect.get(node, key), copy);
    put(parent, path.at(-1) ?? '');
    return JSON.stringify(copy);
  };
  const part = fc.constantFrom(...parts);
  const replaced = fc.tuple(part, junk).map(([path, json]) => ({
    what: `${json.slice(0, 40)} (${json.length}) at /${path.join('/')}`,
    json: withAt(path, (parent, key) => Reflect.set(parent, key, JSON.parse(MARK))).replace(MARK, () => json),
  }));
  const keyed = fc.tuple(part, hostileKey, wrong).map(([path, key, json]) => ({
    what: `the key ${JSON.stringify(key)} at /${path.join('/')}`,
    json: withAt(path, (parent, name) => {
      const own: unknown = Reflect.get(parent, name);
      Reflect.set(parent, name, { ...(typeof own === 'object' ? own : {}), '\u0001': 0 });
    }).replace('"\\u0001":0', () => `${JSON.stringify(key)}:${json}`),
  }));
  const leaves = fc.tuple(fc.nat(), hostileLeaf).map(([which, change]) => {
    const copy: object = JSON.parse(text);
    const all = leavesIn(copy);
    Object.assign(all[which % all.length] ?? {}, change);
    return { what: `a leaf with ${JSON.stringify(change).slice(0, 60)}`, json: JSON.stringify(copy) };
  });
  // What is wrong, not the whole of it, is told when a test fails.
  const told = (each: HostileContent) => ({ ...each, [fc.toStringMethod]: () => each.what });
  return fc.oneof({ weight: 3, arbitrary: replaced }, keyed, leaves).map(told);
}

function leavesIn(node: unknown): readonly object[] {
  if (typeof node !== 'object' || node === null) return [];
  return 'operator' in node ? [node] : Object.values(node).flatMap(leavesIn);
}
