// What a programme brings to the API, found by its folder: api/routes/<id>/index.ts exports its `routes`, the `tags`
// under which OpenAPI shows them, and its public `pages` where it has any.
import type { FastifyPluginAsync } from 'fastify';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { foundIn } from '../../engine/programmes/found.ts';
import type { Programme } from '../../engine/programmes/programme.ts';
import type { Tag } from '../openapi.ts';
import type { Routes } from './factories/route.ts';

/** @throws AppError `configuration` where the folder has none */
export const routesOf = async (programme: Programme): Promise<Routes> =>
  (await indexOf(programme))('routes', (value): value is Routes => typeof value === 'function');

/** @throws AppError `configuration` where a folder has none */
export async function tagsOf(programmes: readonly Programme[]): Promise<readonly Tag[]> {
  const all: Tag[] = [];
  for (const programme of programmes)
    all.push(...(await indexOf(programme))('tags', (value): value is readonly Tag[] => Array.isArray(value)));
  return all;
}

/** Its public pages, beneath `/<id>`; none for most. They declare their access themselves. */
export type Pages = (engine: EngineContext) => FastifyPluginAsync;

/** The public pages of all programmes, each beneath its id. @throws AppError `configuration` where a folder has none */
export async function pagesOf(engine: EngineContext): Promise<FastifyPluginAsync> {
  const found: { readonly prefix: string; readonly pages: Pages }[] = [];
  for (const programme of engine.programmes) {
    const pages = (await indexOf(programme))(
      'pages',
      (value): value is Pages | undefined => value === undefined || typeof value === 'function',
    );
    if (pages) found.push({ prefix: `/${programme.id}`, pages });
  }
  return async (app) => {
    for (const { prefix, pages } of found) await app.register(pages(engine), { prefix });
  };
}

const indexOf = (programme: Programme) =>
  foundIn(programme, `api/routes/${programme.id}/index.ts`, () => import(`./${programme.id}/index.ts`));
