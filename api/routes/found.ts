// What a programme brings to the API, found by its folder: api/routes/<id>/index.ts exports its `routes`, and the `tags`
// under which OpenAPI shows them.
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

const indexOf = (programme: Programme) =>
  foundIn(programme, `api/routes/${programme.id}/index.ts`, () => import(`./${programme.id}/index.ts`));
