// A collection is declared once, as a TypeBox schema: its type, its check before every write and its
// mongoose schema (which refuses unknown paths in queries) all come from that one declaration.
import mongoose, { type Connection, type Model } from 'mongoose';
import Type, { type Static, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { bringIndexes, type Index } from './indexes.ts';

/** A BSON date. */
export const Instant = Type.Refine(Type.Unsafe<Date>({}), (value) => value instanceof Date);
/** Any plain JSON value: kept and given back, never queried into. */
export const Json = Type.Unsafe<unknown>({ 'x-mixed': true });

/** One of a list of words. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });
/** A value or nothing known yet. */
export const nullable = <T extends TSchema>(type: T) => Type.Union([Type.Null(), type]);

export interface Collection<S extends TSchema> {
  readonly name: string;
  readonly indexes: readonly Index[];
  /** The model of this collection on a connection. */
  on(db: Connection): Model<Static<S>>;
  /**
   * The driver's collection, for what every turn does: no casting, no refusal of unknown paths. Values from outside
   * only as strings that were checked, or behind `$eq`.
   */
  raw(db: Connection): mongoose.mongo.Collection<Static<S> & { readonly _id: string }>;
  /** @throws TypeError when a document is not of its declared shape: always a bug of ours */
  check(document: unknown): Static<S>;
}

const declared: Collection<TSchema>[] = [];

export function collection<S extends TSchema>(
  name: string,
  schema: S,
  indexes: readonly Index[] = [],
): Collection<S> {
  const shape = Compile(schema);
  const mongooseSchema = new mongoose.Schema(pathsOf(schema), {
    collection: name,
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    minimize: false,
    suppressReservedKeysWarning: true,
    id: false,
  });
  const on = (db: Connection) =>
    (db.models[name] ?? db.model(name, mongooseSchema)) as unknown as Model<Static<S>>;
  const made: Collection<S> = {
    name,
    indexes,
    on,
    raw: (db) => on(db).collection as never,
    check: (document) => {
      if (shape.Check(document)) return document as Static<S>;
      const [first] = shape.Errors(document);
      throw new TypeError(`${name}${first?.instancePath ?? ''}: ${first?.message ?? 'not of its shape'}`);
    },
  };
  declared.push(made as unknown as Collection<TSchema>);
  return made;
}

/** Gives every declared collection its indexes. Called once at boot. */
export async function createIndexes(db: Connection): Promise<void> {
  for (const { name, indexes } of declared) await bringIndexes(db.collection(name) as never, indexes);
}

/** How many collections are declared by what has been loaded so far. */
export const declaredCount = (): number => declared.length;

type Paths = Record<string, unknown>;

const hidden = (schema: TSchema): Record<string, unknown> => schema as unknown as Record<string, unknown>;

function pathsOf(schema: TSchema): Paths {
  const properties = (hidden(schema).properties ?? {}) as Record<string, TSchema>;
  return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, { type: pathOf(each) }]));
}

/** The mongoose type of one property. Unions keep the type of their first member that is not null. */
function pathOf(schema: TSchema): unknown {
  const { type, anyOf, items, properties } = hidden(schema);
  if (Array.isArray(anyOf)) return pathOfUnion(anyOf as TSchema[]);
  if (type === 'array') return [pathOf(items as TSchema)];
  if (type === 'object') return properties ? nested(schema) : mongoose.Schema.Types.Mixed;
  if (type === 'string') return String;
  if (type === 'integer' || type === 'number') return Number;
  if (type === 'boolean') return Boolean;
  return schema === (Instant as unknown) ? Date : mongoose.Schema.Types.Mixed;
}

function pathOfUnion(members: readonly TSchema[]): unknown {
  const kinds = new Set(members.filter((each) => hidden(each).type !== 'null').map(pathOf));
  const [only] = kinds;
  return kinds.size === 1 ? only : mongoose.Schema.Types.Mixed;
}

const nested = (schema: TSchema) =>
  new mongoose.Schema(pathsOf(schema), {
    _id: false,
    id: false,
    strict: 'throw',
    minimize: false,
    suppressReservedKeysWarning: true,
  });
