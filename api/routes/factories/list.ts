// A list of a resource, a page at a time, and the same rows as a file.
import Type, { type Static, type TObject, type TProperties, type TSchema } from 'typebox';
import type { Actor } from '../../../engine/kernel/actor.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Page, PageRequest } from '../../../engine/store/page.ts';
import { answerTable, type ExportFormat, exportAnswer, exportQuery } from '../../exports/answer.ts';
import { gather } from '../../exports/gather.ts';
import type { Table } from '../../exports/table.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../../pagination.ts';
import { actorOf } from '../asking.ts';
import { closed } from '../parts.ts';
import { type Described, described, type Routes } from './route.ts';

export interface Rows<F extends TProperties, Row> {
  readonly path: string;
  /** Query parameters besides those of the pages. */
  readonly filters: F;
  /** The rows that the actor may see. */
  readonly rows: (
    engine: EngineContext,
    actor: Actor,
    wanted: Static<TObject<F>>,
    page: PageRequest,
  ) => Promise<Page<Row>>;
}

export interface List<F extends TProperties, Row, S extends TSchema> extends Rows<F, Row>, Described {
  readonly item: S;
  readonly show: (row: Row) => Static<S>;
}

type Paged = { readonly limit?: number; readonly cursor?: string };

/** `GET <path>?limit=&cursor=&<filters>` */
export const list =
  <F extends TProperties, Row, S extends TSchema>(declared: List<F, Row, S>): Routes =>
  (engine) =>
  async (app) => {
    const { path, filters, item, rows, show } = declared;
    const schema = {
      ...described(declared),
      querystring: Type.Object({ ...pageQuery, ...filters }, closed),
      response: { 200: pageSchema(item) },
    };
    app.get(path, { schema: schema as object }, async (request) => {
      const { limit, cursor, ...wanted } = request.query as Paged;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await rows(engine, actorOf(request), wanted as Static<TObject<F>>, page), show);
    });
  };

export interface Export<F extends TProperties, Row> extends Rows<F, Row>, Described {
  /** The columns; asked for with each export where they hold names that are looked up. */
  readonly table: Table<Row> | ((engine: EngineContext) => Promise<Table<Row>>);
}

/** `GET <path>/export?format=&<filters>` */
export const exported =
  <F extends TProperties, Row>(declared: Export<F, Row>): Routes =>
  (engine) =>
  async (app) => {
    const { path, filters, rows, table } = declared;
    const schema = {
      ...described(declared),
      querystring: Type.Object({ ...exportQuery, ...filters }, closed),
      response: exportAnswer,
    };
    app.get(`${path}/export`, { schema: schema as object }, async (request, reply) => {
      const { format, ...wanted } = request.query as { readonly format: ExportFormat };
      const found = await gather((page) =>
        rows(engine, actorOf(request), wanted as Static<TObject<F>>, page),
      );
      const columns = typeof table === 'function' ? await table(engine) : table;
      return answerTable(request, reply, format, columns, found);
    });
  };
