// Values that software trips over: operators of the database, names of prototypes, bait for patterns, text that is none,
// numbers that are none, too deep, too long, of the wrong kind. Used by every attack.
import fc from 'fast-check';

/** JSON that no value of JavaScript gives; in a value it stands as a marker until the text is written. */
const raw: Readonly<Record<string, string>> = {
  deepArrays: `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  deepObjects: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  prototype: '{"__proto__":{"polluted":true}}',
  constructors: '{"constructor":{"prototype":{"polluted":true}}}',
  twice: '{"a":1,"a":{"$gt":""}}',
  infinite: '1e400',
  digits: '9'.repeat(5_000),
  minusZero: '-0',
  notANumber: 'NaN',
  half: '"\\ud800"',
  escapes: '"\\u0000\\u202e\\ufeff"',
};
const marker = (name: string): string => `@raw ${name}@`;

/** The text of a value, markers replaced. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.replace(/"@raw (\w+)@"/g, (_whole, name: string) => raw[name] ?? 'null');
}

const bait = [
  `${'a'.repeat(50_000)}!`,
  `${' '.repeat(50_000)}x`,
  `${'0-'.repeat(10_000)}x`,
  '1 '.repeat(20_000),
  `${'KZ'.repeat(10_000)}!`,
  `K${' '.repeat(20_000)}Z`,
  `KZ${'0 '.repeat(20_000)}`,
  '+7 7'.repeat(10_000),
  'a@'.repeat(10_000),
  '\n'.repeat(20_000),
  '\t\r\n '.repeat(10_000),
  `/${'a'.repeat(30_000)} `,
  `/start ${' '.repeat(30_000)}`,
  '://@'.repeat(10_000),
  '<a '.repeat(10_000),
  '&'.repeat(20_000),
  '-----BEGIN'.repeat(5_000),
  '٣'.repeat(12),
  `e${'\u0301'.repeat(20_000)}`,
  'ﷺ'.repeat(5_000),
];

const strange = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202eabc',
  '\u200b\u200d',
  '👩‍👩‍👧‍👦'.repeat(50),
  'Z̸̛̘a͓̎l̷̀g̵o̴',
  'ﬃİıßŉ',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'prototype',
  '$where',
  '$gt',
  'a.b.c',
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%zz',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example")',
  '{{7*7}}#{7*7}$t(common:menu)',
  "' OR '1'='1",
  '(a+)+$',
  '\r\nset-cookie: a=b',
  'null',
  'NaN',
  'Infinity',
  '-0',
  '0x10',
  '1e5',
  '2026-13-45',
  '2026-02-30T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-20T00:00:00.000Z',
  '9999-12-31T23:59:59.999+99:99',
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...strange) },
  { weight: 3, arbitrary: fc.constantFrom(...bait) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.constant('x'.repeat(100_000)) },
);

const operators: readonly unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $in: [] },
  { $where: 'while(true){}' },
  { $regex: '(a+)+$' },
  { $expr: { $eq: [1, 1] } },
  { $set: { 'grants.0.role': 'operator' } },
  { 'a.b': 1 },
  { toString: 1, valueOf: 1, hasOwnProperty: 1 },
  { toJSON: 'x' },
  { _bsontype: 'ObjectId', id: 'x' },
  Object.fromEntries([['then', 1]]),
  { length: -1 },
];

const numbers = [0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1.7e308, 5e-324, 1_000_000_000_000];

/** Anything that JSON can hold, and more: write it with {@link jsonText}. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  { weight: 4, arbitrary: fc.constantFrom(...operators) },
  { weight: 3, arbitrary: fc.constantFrom(...numbers) },
  { weight: 3, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], ['a', 'a'], [{}]) },
  { weight: 4, arbitrary: fc.constantFrom(...Object.keys(raw)).map(marker) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 10_000 }, (_, index) => index)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 6 }) },
);

export const hostileKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('$where', '$set', '__proto__', 'constructor', 'prototype', 'a.b', '', '_id', 'v', 'length'),
  hostileText.map((each) => each.slice(0, 200)),
);
