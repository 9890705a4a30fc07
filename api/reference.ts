// The routes of a collection of reference data, from its declaration: list, one entry, add, edit under If-Match, import.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type, { type Static, type TProperties } from 'typebox';
import { AppError } from '../engine/kernel/errors.ts';
import type { EngineContext } from '../engine/programmes/context.ts';
import type { ReferenceCollection } from '../engine/reference/collection.ts';
import { addEntry, editEntry, entriesOf, entryOf, type Versioned } from '../engine/reference/entries.ts';
import { importTable } from '../engine/reference/import/import-entries.ts';
import { type TableType, tableTypes } from '../engine/reference/import/read-table.ts';
import { unchanged } from './conditional.ts';
import { commandOf, tagged, unwrap } from './routes/asking.ts';
import { civilDay, closed, idParams, search } from './routes/parts.ts';

export interface ReferenceRoutes {
  /** Singular and plural of operation ids: `University`, `Universities`. */
  readonly one: string;
  readonly many: string;
  /** In plain English, for the API's pages. */
  readonly title: string;
  /** Where the list is a route of its own. */
  readonly ownList?: boolean;
}

const LARGEST_TABLE = 5 * 1024 ** 2;

const query = Type.Object({ on: Type.Optional(civilDay), q: Type.Optional(search) }, closed);
const imported = Type.Object({ added: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer() });
const POINTERS = { 'common.reference-known': '/id', 'common.reference-dates': '/from' };

export function referenceRoutes<P extends TProperties>(
  engine: EngineContext,
  collection: ReferenceCollection<P>,
  words: ReferenceRoutes,
): FastifyPluginAsyncTypebox {
  const { list, read, add, edit, take } = schemasOf(collection, words);
  const path = `/${collection.name}`;
  return async (app) => {
    for (const mime of Object.values(tableTypes)) {
      app.addContentTypeParser(mime, { parseAs: 'buffer', bodyLimit: LARGEST_TABLE }, (_, body, done) =>
        done(null, body),
      );
    }
    if (words.ownList !== true) {
      app.get(path, { schema: list }, async (request) => {
        const { on, q } = request.query as Static<typeof query>;
        return { items: (await entriesOf(engine, collection, { on, q })).map(entryShown) as never };
      });
    }
    app.get(`${path}/:id`, { schema: read }, async (request, reply) => {
      const found = await entryOf(engine, collection, request.params.id);
      tagged(reply, found.version);
      return entryShown(found) as never;
    });
    app.post(path, { schema: add }, async (request, reply) => {
      unwrap(await addEntry(engine, collection, commandOf(request), request.body as never), POINTERS);
      return reply.code(201).send(request.body as never);
    });
    app.patch(`${path}/:id`, { schema: edit }, async (request, reply) => {
      const { id } = request.params;
      const { version } = await entryOf(engine, collection, id);
      unchanged(request, version);
      const patch = request.body as object;
      unwrap(await editEntry(engine, collection, commandOf(request), id, version, patch), POINTERS);
      const now = await entryOf(engine, collection, id);
      tagged(reply, now.version);
      return entryShown(now) as never;
    });
    app.post(`${path}/import`, { schema: take, bodyLimit: LARGEST_TABLE }, async (request) => {
      const mime = (request.headers['content-type'] ?? '').split(';')[0]?.trim();
      const type: TableType = mime === tableTypes.xlsx ? 'xlsx' : 'csv';
      const file: unknown = request.body;
      if (!Buffer.isBuffer(file)) {
        const hint = `send the file itself, as ${Object.values(tableTypes).join(' or ')}`;
        throw new AppError('unsupported-media', 'no table', [{ hint }]);
      }
      return unwrap(await importTable(engine, collection, commandOf(request), type, file));
    });
  };
}

/** Bounds that are not there are left out. */
export function entryShown<P extends TProperties>({ entry }: Versioned<P>): object {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
}

/** A body that is the file itself; its parser gives bytes, which the import judges. */
const table = {
  content: Object.fromEntries(Object.values(tableTypes).map((type) => [type, { schema: Type.Unknown() }])),
};

function schemasOf<P extends TProperties>(
  { given }: ReferenceCollection<P>,
  { one, many, title }: ReferenceRoutes,
) {
  const tags = ['reference'];
  const { id: _, ...editable } = given;
  const optional = Object.fromEntries(
    Object.entries(editable).map(([field, schema]) => [field, Type.Optional(schema)]),
  );
  const entry = Type.Object(given);
  return {
    list: {
      ...{ operationId: `list${many}`, tags, summary: `${title}, those of a day with \`on\`` },
      querystring: query,
      response: { 200: Type.Object({ items: Type.Array(entry) }) },
    },
    read: {
      ...{ operationId: `read${one}`, tags, summary: `${title}: one, with its ETag` },
      ...{ params: idParams, response: { 200: entry } },
    },
    add: {
      ...{ operationId: `add${one}`, tags, summary: `${title}: add one (operators)` },
      ...{ body: Type.Object(given, closed), response: { 201: entry } },
    },
    edit: {
      ...{ operationId: `edit${one}`, tags, summary: `${title}: edit one, by If-Match (operators)` },
      body: Type.Object(optional, closed),
      ...{ params: idParams, response: { 200: entry } },
    },
    take: {
      ...{ operationId: `import${many}`, tags },
      summary: `${title}: take over a table, CSV or XLSX with these columns; all faults at once (operators)`,
      ...{ body: table, response: { 200: imported } },
    },
  };
}
