// A collection of reference data: entries with three names and dates of validity, and whatever more a declaration gives
// them. One declaration each; reading, editing, import, search and routes are the same for all.
import Type, { type Static, type TObject, type TProperties } from 'typebox';
import { Compile } from 'typebox/compile';
import type { LocalDate } from '../kernel/calendar.ts';
import { type Collection, collection, nullable } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';

/** What every entry has. */
export interface Names {
  /** Short and stable: it stands in scopes, callback data and links. */
  readonly id: string;
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
  /** First and last day on which it holds; null where nothing bounds it. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

export type Extra = Readonly<Record<string, unknown>>;
export type Entry<P extends TProperties = TProperties> = Names & Static<TObject<P>>;

export interface ReferenceDeclaration<P extends TProperties> {
  /** Of its route: `universities`, `calendar-days`. */
  readonly name: string;
  /** Of the stored collection, where a programme's name goes before it: `badge_providers`. */
  readonly stored?: string;
  /** Pattern of an id. */
  readonly id?: string;
  readonly extra: P;
  /** What is known without anybody's doing, by the beginning of the id. An edit takes its place. */
  readonly seeds?: (prefix: string) => readonly Entry<P>[];
}

export interface ReferenceCollection<P extends TProperties = TProperties> {
  readonly name: string;
  readonly store: Collection<ReturnType<typeof storedShape<P>>>;
  /** Schema of an entry as it is given: `from` and `to` may be left out. */
  readonly given: TProperties;
  seeds(prefix: string): readonly Entry<P>[];
  /** @returns what is wrong with an entry, by field; empty when it is sound */
  faults(entry: object): readonly { readonly field: string; readonly hint: string }[];
}

const ID = '^[a-z0-9]+(-[a-z0-9]+)*$';
const day = Type.String({ format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
const name = Type.String({ minLength: 2, maxLength: 300, pattern: '\\S' });

const storedShape = <P extends TProperties>(extra: P) =>
  owned({
    ...{ kk: Type.String(), ru: Type.String(), en: Type.String() },
    ...{ from: Type.Optional(nullable(Type.String())), to: Type.Optional(nullable(Type.String())) },
    ...extra,
  });

export function referenceCollection<P extends TProperties>(
  declaration: ReferenceDeclaration<P>,
): ReferenceCollection<P> {
  const { name: called, stored, id = ID, extra, seeds = () => [] } = declaration;
  const given: TProperties = {
    id: Type.String({ pattern: id, maxLength: 20 }),
    ...{ kk: name, ru: name, en: name },
    ...{ from: Type.Optional(nullable(day)), to: Type.Optional(nullable(day)) },
    ...extra,
  };
  const shape = Compile(Type.Object(given, { additionalProperties: false }));
  return {
    name: called,
    store: collection(stored ?? called.replaceAll('-', '_'), storedShape(extra), [outboxIndex]),
    given,
    seeds,
    faults: (entry) => [...shape.Errors(entry)].map(faultOf),
  };
}

function faultOf({
  instancePath,
  message,
  params,
}: {
  readonly instancePath: string;
  readonly message: string;
  readonly params?: unknown;
}) {
  const { additionalProperties, requiredProperties, allowedValues } = (params ?? {}) as {
    readonly [key: string]: readonly unknown[] | undefined;
  };
  const [named] = additionalProperties ?? requiredProperties ?? [];
  // Of what stands in a list, the list.
  const field = instancePath.split('/')[1] || String(named ?? '');
  const hint = allowedValues ? `give one of ${allowedValues.join(', ')}` : message;
  return { field, hint };
}
