// A decision on one of a resource: by whom and whether they may is the use-case's to say, that they saw it is said here.
import type { Static, TSchema } from 'typebox';
import type { Actor, Command } from '../../../engine/kernel/actor.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { actorOf, commandOfSeen, unwrap } from '../asking.ts';
import { idParams } from '../parts.ts';
import { type Described, described, type Routes } from './route.ts';

export interface Decision<B extends TSchema, S extends TSchema> extends Described {
  readonly path: string;
  /** The last segment: `decision` unless told otherwise. */
  readonly verb?: string;
  readonly body: B;
  readonly answer: S;
  /**
   * Looks at it with the actor's eyes. @returns its version, compared with `If-Match`; null where it has none
   * @throws AppError `not-found` for what is not theirs to see
   */
  readonly see: (engine: EngineContext, actor: Actor, id: string) => Promise<string | number | null>;
  readonly decide: (
    engine: EngineContext,
    command: Command,
    id: string,
    body: Static<B>,
  ) => Promise<Result<unknown>>;
  readonly show: (engine: EngineContext, actor: Actor, id: string, body: Static<B>) => Promise<Static<S>>;
}

/** `POST <path>/:id/<verb>` */
export const decision =
  <B extends TSchema, S extends TSchema>(declared: Decision<B, S>): Routes =>
  (engine) =>
  async (app) => {
    const { path, verb = 'decision', see, decide, show } = declared;
    const schema = {
      ...described(declared),
      params: idParams,
      body: declared.body,
      response: { 200: declared.answer },
    };
    app.post(`${path}/:id/${verb}`, { schema: schema as object }, async (request) => {
      const { id } = request.params as { id: string };
      const body = request.body as Static<B>;
      const version = await see(engine, actorOf(request), id);
      unwrap(await decide(engine, commandOfSeen(request, version), id, body));
      return show(engine, actorOf(request), id, body);
    });
  };
