// Unknown keys are refused: no route may take an object whose schema is open, however deep inside. Checked as each
// route is added, so that the server does not start with one.
import type { FastifyInstance } from 'fastify';

const parts = ['body', 'querystring', 'params'] as const;

/** Call before any route is added. @throws TypeError from the registration of a route with an open schema */
export function refuseOpenSchemas(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, schema }) => {
    const open = parts.flatMap((part) => openPlaces(schema?.[part], part));
    if (open.length > 0)
      throw new TypeError(`${String(method)} ${url} takes unknown keys: ${open.join(', ')}`);
  });
}

/** Where within a JSON Schema an object takes keys that it does not name. */
function openPlaces(schema: unknown, place: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((each, at) => openPlaces(each, `${place}/${at}`));
  const node = schema as Readonly<Record<string, unknown>>;
  const { type, properties, patternProperties, additionalProperties } = node;
  const isObject = type === 'object' || properties !== undefined;
  // A table (Type.Record) says by its pattern which keys it takes.
  const isOpen = isObject && patternProperties === undefined && !closes(additionalProperties);
  const named = [properties, patternProperties].flatMap((each) => Object.entries(each ?? {}));
  const nested = ['items', 'anyOf', 'oneOf', 'allOf', 'additionalProperties'].map(
    (key): [string, unknown] => [key, node[key]],
  );
  return [
    ...(isOpen ? [place] : []),
    ...[...named, ...nested].flatMap(([key, each]) => openPlaces(each, `${place}/${key}`)),
  ];
}

/** `false`, or a schema for every key that is not named. */
const closes = (additional: unknown): boolean => additional !== undefined && additional !== true;
