// Declares an event once: its type and what it carries. Use-cases announce it by calling the declaration, whoever
// subscribes to it reads the same payload, typed.
import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { DomainEvent, StoredEvent } from './owned.ts';

/** An event that happened, with what its declaration says that it carries. */
export type Happened<P> = Omit<StoredEvent, 'data'> & { readonly data: P };

/** The event of a declaration, as it is handed to subscribers. */
export type EventOf<D extends { read(event: StoredEvent): Happened<unknown> }> = ReturnType<D['read']>;

/** What is known of a declaration without its payload: for tables of many. */
export interface EventType {
  /** `<part>.<what-happened>`, in the past tense. */
  readonly type: string;
  readonly schema: TSchema;
}

export interface EventDeclaration<P> extends EventType {
  /** Announces it. The payload is plain JSON, never an IIN, an account or a telephone number. */
  (data: P): DomainEvent;
  /** @throws TypeError for a stored event whose payload does not fit: it was announced by another version */
  read(event: StoredEvent): Happened<P>;
}

export function event<S extends TSchema>(type: string, schema: S): EventDeclaration<Static<S>> {
  let shape: Validator | undefined;
  const read = (stored: StoredEvent): Happened<Static<S>> => {
    shape ??= Compile(schema) as unknown as Validator;
    if (shape.Check(stored.data)) return stored as Happened<Static<S>>;
    const [first] = shape.Errors(stored.data);
    throw new TypeError(`${type}${first?.instancePath ?? ''}: ${first?.message ?? 'not as it was declared'}`);
  };
  const announce = (data: Static<S>) => ({ type, data }) as unknown as DomainEvent;
  return Object.assign(announce, { type, schema, read });
}
