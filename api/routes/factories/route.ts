// What a declared route is made of. Factories turn a declaration into the routes of one resource: the right, the rows and
// the words are the programme's, the address, the paging, the tags and the answers are the same everywhere.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { EngineContext } from '../../../engine/programmes/context.ts';

/** Routes of a resource, beneath the prefix of whoever mounts them. */
export type Routes = (engine: EngineContext) => FastifyPluginAsyncTypebox;

/** What OpenAPI shows of a route. */
export interface Described {
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
}

export const described = ({ operationId, tag, summary }: Described) => ({
  operationId,
  tags: [tag],
  summary,
});

/** Several as one. */
export const together =
  (...all: readonly Routes[]): Routes =>
  (engine) =>
  async (app) => {
    for (const each of all) await app.register(each(engine));
  };
