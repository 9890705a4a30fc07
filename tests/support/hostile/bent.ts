// Values that fit a JSON Schema, and the same bent at one place. The schemas are the product's own, as it publishes them.
import fc from 'fast-check';
import { SOMETHING_VISIBLE } from '../../../engine/kernel/typed-text.ts';
import { hostileKey, hostileValue } from './values.ts';

/** As far as the product's schemas go. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** @param known ids of what exists: half of all texts without a shape of their own are one of them */
export function fitting(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => fitting(each, known)));
  switch (schema.type) {
    case 'string':
      return textOf(schema, known);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000_000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 4),
      });
    case 'object':
      return objectOf(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectOf({ properties = {}, required = [] }: Schema, known: readonly string[]) {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, fitting(each, known)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

const days = ['2026-09-08', '2026-11-02', '2027-01-15', '2026-02-28'];

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema, known: readonly string[]) {
  if (format === 'date-time') return fc.constantFrom(...days.map((day) => `${day}T05:00:00Z`));
  if (format === 'date') return fc.constantFrom(...days);
  const ids = known.filter((each) => pattern === undefined || new RegExp(pattern, 'u').test(each));
  const free =
    pattern === undefined || pattern === SOMETHING_VISIBLE
      ? fc.string({
          unit: 'grapheme-ascii',
          minLength: Math.max(minLength, 3),
          maxLength: Math.max(maxLength, 3),
        })
      : fc.stringMatching(new RegExp(pattern, 'u'));
  return ids.length > 0 ? fc.oneof(fc.constantFrom(...ids), free) : free;
}

type Place = readonly (string | number)[];

/** The value with something hostile at one place of it. */
export const bent = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(value, fc.nat(), hostileValue, hostileKey, fc.constantFrom('replace', 'replace', 'add', 'remove'))
    .map(([whole, which, hostile, key, how]) => {
      const places = placesIn(whole);
      const place = places[which % places.length] ?? [];
      if (how === 'remove') return changed(whole, place, () => undefined);
      if (how === 'replace') return changed(whole, place, () => hostile);
      return changed(whole, place, (there) => withKey(there, key, hostile));
    });

function withKey(there: unknown, key: string, hostile: unknown): unknown {
  if (typeof there !== 'object' || there === null || Array.isArray(there)) return { [key]: there };
  return Object.fromEntries([...Object.entries(there), [key, hostile]]);
}

const placesIn = (value: unknown, at: Place = []): readonly Place[] => [
  at,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => placesIn(each, [...at, name]))
    : []),
];

function changed(value: unknown, [first, ...rest]: Place, change: (there: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === String(first) ? changed(each, rest, change) : each));
  const entries = Object.entries(value as object).map(([name, each]): [string, unknown] =>
    name === first ? [name, changed(each, rest, change)] : [name, each],
  );
  return Object.fromEntries(entries);
}
