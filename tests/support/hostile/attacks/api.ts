// The admin API: every operation that it publishes, with what fits its schemas bent at one place, or not bent at all.
import fc from 'fast-check';
import { bent, fitting, type Schema } from '../bent.ts';
import { hostileKey, hostileText, jsonText } from '../values.ts';
import { type Attacks, callerOf } from './attack.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Assailed {
  readonly document: ApiDocument;
  /** Ids of what exists. */
  readonly known: readonly string[];
  /** Keys of whoever may do much. */
  readonly keys: readonly string[];
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export function apiAttacks({ document, known, keys }: Assailed): Attacks {
  const all = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      ...{ path, operation, method: method.toUpperCase() as Method },
    })),
  );
  return fc.constantFrom(...all).chain(({ path, method, operation }) =>
    fc
      .record({
        address: addressOf(path, operation, known),
        body: bodyOf(operation, known),
        headers: hostileHeaders,
        key: fc.constantFrom(...keys),
      })
      .map(({ address, body, headers, key }) => async (field) => ({
        what: `${method} ${path}`,
        ...{ method, path: address },
        headers: {
          authorization: `Bearer ${key}`,
          'idempotency-key': `hostile-${field.next()}`,
          'if-match': '*',
          ...callerOf(field),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      })),
  );
}

function addressOf(path: string, { parameters = [] }: Operation, known: readonly string[]) {
  const inPath = path.split('/').map((part) => (part.startsWith('{') ? idOf(known) : fc.constant(part)));
  const query = parameters.filter((each) => each.in === 'query');
  return fc
    .tuple(fc.tuple(...inPath), queryOf(query, known))
    .map(([parts, asked]) => `${parts.join('/')}${asked === '' ? '' : `?${asked}`}`);
}

const idOf = (known: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known).map(escaped) },
    { weight: 1, arbitrary: hostileText.map((each) => escaped(each.slice(0, 1_000)) || '-') },
    { weight: 1, arbitrary: fc.constantFrom('%zz', '%00', '%ff', '..%2f..%2f', '%c0%af', '*', ':id', '%25') },
  );

const cursors = [
  '[null,null]',
  '["a"]',
  '["a","b","c"]',
  '[{"$gt":""},"x"]',
  '["","\\u0000"]',
  '["2026-13-01","x"]',
  '["NaN","x"]',
  '{"key":1}',
  '["9999999999999999999999","x"]',
];

function queryOf(query: readonly Parameter[], known: readonly string[]): fc.Arbitrary<string> {
  const pair = (name: string, value: fc.Arbitrary<unknown>) =>
    value.map((each) => `${escaped(name)}=${escaped(String(each).slice(0, 3_000))}`);
  const fit = query.map(({ name, required, schema }) =>
    fc.option(pair(name, fitting(schema, known)), required ? { freq: 30 } : { freq: 2 }),
  );
  const names = query.length === 0 ? fc.constant('limit') : fc.constantFrom(...query.map(({ name }) => name));
  const cursor = fc.constantFrom(...cursors).map((each) => Buffer.from(each).toString('base64url'));
  const odd = fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    { weight: 2, arbitrary: names.chain((name) => pair(name, hostileText)) },
    { weight: 2, arbitrary: pair('cursor', cursor) },
    { weight: 1, arbitrary: names.map((name) => `${name}[$ne]=1&${name}[]=2&${name}.a=3`) },
    { weight: 1, arbitrary: names.map((name) => `${name}=a&${name}=b`.repeat(100)) },
    {
      weight: 1,
      arbitrary: fc.tuple(hostileKey, hostileText).chain(([key, text]) => pair(key, fc.constant(text))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('%', '&&&&', '=', '__proto__=1', '?', 'a'.repeat(10_000), '%ff=%ff'),
    },
  );
  return fc.tuple(odd, ...fit).map((parts) => parts.filter((each) => each !== null && each !== '').join('&'));
}

function bodyOf(
  { requestBody }: Operation,
  known: readonly string[],
): fc.Arbitrary<string | Buffer | undefined> {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema)
    return fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant('{}') },
    );
  const fit = fitting(schema, known);
  const text = fc.oneof(
    { weight: 2, arbitrary: fit.map(jsonText) },
    { weight: 8, arbitrary: bent(fit).map(jsonText) },
  );
  return fc.oneof({ weight: 12, arbitrary: text }, { weight: 1, arbitrary: text.chain(broken) });
}

/** Bytes that are no JSON any more. */
const broken = (text: string): fc.Arbitrary<string | Buffer> =>
  fc.constantFrom(
    text.slice(0, text.length / 2),
    `${text}${text}`,
    `\ufeff${text}`,
    '',
    `//${text}`,
    `{"a":${text}`,
    Buffer.from(text, 'utf16le'),
    Buffer.concat([Buffer.from('{"reason":"'), Buffer.from([0xff, 0xfe, 0xc0, 0xaf]), Buffer.from('"}')]),
    Buffer.from('{"a":"\xed\xa0\x80"}', 'latin1'),
    Buffer.alloc(1_048_577, 0x20),
  );

const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '"',
    '*',
    'W/"1"',
    '"1", "2"',
    'null',
    '__proto__',
    'a'.repeat(4_000),
    '\xff\xfe',
    '%00',
  ),
  hostileText.map((text) =>
    Buffer.from(text.slice(0, 2_000))
      .toString('latin1')
      .replace(/[^\x20-\x7e]/g, ''),
  ),
);

const types = [
  'text/plain',
  'application/json; charset=utf-16',
  'application/json; charset=koi8-r',
  'application/merge-patch+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=x',
  'application/json, text/html',
  'text/html',
  '*/*',
  ';',
  '',
];

/** Mostly none; else one that is odd. Names that make the connection itself go wrong are for tests of sockets. */
const hostileHeaders: fc.Arbitrary<Record<string, string | string[]>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          ...['idempotency-key', 'if-match', 'if-none-match', 'accept', 'accept-language', 'accept-encoding'],
          ...['cookie', 'origin', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded'],
          ...[
            'authorization',
            'x-csrf-token',
            'x-request-id',
            'range',
            'x-http-method-override',
            'last-event-id',
          ],
        ),
        value,
      )
      .map(([name, each]) => ({ [name]: each })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...types).map((type) => ({ 'content-type': type })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('gzip', 'br', 'x').map((coding) => ({ 'content-encoding': coding })),
  },
  { weight: 1, arbitrary: fc.tuple(value, value).map((twice) => ({ cookie: twice, 'if-match': twice })) },
);

/** Half a character is no address in any encoding. */
const escaped = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
