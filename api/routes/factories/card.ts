// One of a resource, with the version that it stands at.
import type { FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { tagged } from '../asking.ts';
import { idParams } from '../parts.ts';
import { type Described, described, type Routes } from './route.ts';

export interface Card<S extends TSchema> extends Described {
  readonly path: string;
  readonly item: S;
  /** What the actor of the request may see of it, and its version. @throws AppError `not-found` for what is not theirs */
  readonly read: (
    engine: EngineContext,
    request: FastifyRequest,
    id: string,
  ) => Promise<{ readonly version: string | number; readonly shown: Static<S> }>;
  /** Kept by no browser and no proxy. */
  readonly secret?: true;
}

/** `GET <path>/:id`, with its version as the ETag */
export const card =
  <S extends TSchema>(declared: Card<S>): Routes =>
  (engine) =>
  async (app) => {
    const { path, item, read, secret } = declared;
    const schema = { ...described(declared), params: idParams, response: { 200: item } };
    app.get(`${path}/:id`, { schema: schema as object }, async (request, reply) => {
      const { version, shown } = await read(engine, request, (request.params as { id: string }).id);
      tagged(reply, version);
      if (secret) reply.header('cache-control', 'no-store');
      return shown;
    });
  };
