// Which parts of two documents are the same thing, by what the format knows them by: a day, an id, a reason code.
import { canonicalJson } from '../../kernel/canonical.ts';

export interface Placed<T> {
  readonly item: T;
  /** Place in the list it comes from. */
  readonly at: number;
}

export interface Pair<T> {
  readonly before?: Placed<T>;
  readonly after?: Placed<T>;
}

/** Pairs in the order of `after`; then what is there no more. Of several with one name, the first of each are a pair, and so on. */
export function matched<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
): readonly Pair<T>[] {
  const olds = named(before, nameOf);
  const news = named(after, nameOf);
  const kept = [...news].map(([name, placed]) => {
    const old = olds.get(name);
    return old ? { before: old, after: placed } : { after: placed };
  });
  const gone = [...olds].flatMap(([name, placed]) => (news.has(name) ? [] : [{ before: placed }]));
  return [...kept, ...gone];
}

/** True when what both have stands in another order. */
export const isReordered = <T>(pairs: readonly Pair<T>[]): boolean => {
  const places = pairs.flatMap(({ before, after }) => (before && after ? [before.at] : []));
  return places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0));
};

function named<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, Placed<T>> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item, at) => {
      const name = nameOf(item);
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return [`${name} ${nth}`, { item, at }];
    }),
  );
}

export const isSame = (before: unknown, after: unknown): boolean =>
  canonicalJson({ it: before }) === canonicalJson({ it: after });

/** Names of the fields in which two objects differ, of those given. */
export const differing = <T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): readonly string[] => fields.filter((field) => !isSame(before[field], after[field]));

/** Only the named fields of an object: what a change of several fields shows. */
export const only = (item: object, fields: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fields.map((field) => [field, Reflect.get(item, field) ?? null]));
