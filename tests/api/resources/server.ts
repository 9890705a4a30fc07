// The whole server with the resources, and an API key for everyone who asks.
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { pino } from 'pino';
import { hashOfKey, newKey, storeKey } from '../../../api/auth/keys.ts';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { buildServer } from '../../../api/server.ts';
import { type Actor, systemActor } from '../../../engine/kernel/actor.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Row;
  readonly body: Row & {
    readonly items: readonly Row[];
    readonly next: string | null;
    readonly errors: readonly Row[];
  };
  readonly text: string;
}

export interface Server {
  readonly app: FastifyInstance;
  /** The header by which an actor is known. */
  authorisationOf(actor: Actor): Promise<string>;
  get(actor: Actor | null, url: string, headers?: Record<string, string>): Promise<Answer>;
  /** @param wish the Idempotency-Key; a new one where it is left out */
  post(
    actor: Actor | null,
    url: string,
    body?: object,
    wish?: string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  patch(actor: Actor, url: string, body: object, headers: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

const limits = { perAddress: 1_000_000, perKey: 1_000_000, lag: 60_000 };
let wishes = 0;

const freshWish = (): string => {
  wishes += 1;
  return `wish-${wishes}`;
};

/** What is no JSON, a file, has no fields. */
export const bodyOf = (text: string): Answer['body'] =>
  JSON.parse(text.startsWith('{') ? text : '{}') as Answer['body'];

/** @param open pages, forms and whatever else is not beneath /v1 */
export async function openServer(
  ctx: EngineContext,
  open: readonly FastifyPluginAsync[] = [],
): Promise<Server> {
  const log = pino({ level: 'silent' });
  const app = await buildServer({
    ctx,
    log,
    limits,
    checks: {},
    resources: [await resourceRoutes(ctx)],
    open,
  });
  const keys = new Map<string, string>();

  /** A key of the actor's own id and grants, made when they first ask. */
  async function keyOf({ id, grants }: Actor): Promise<string> {
    const key = keys.get(id) ?? newKey();
    if (keys.has(id)) return key;
    keys.set(id, key);
    const wanted = { name: id, grants, expiresAt: null };
    await storeKey(ctx, { id: `key/${id}`, actor: systemActor }, id, hashOfKey(key), wanted);
    return key;
  }

  async function ask(actor: Actor | null, how: object, headers: Record<string, string>): Promise<Answer> {
    const authorization: Record<string, string> = actor
      ? { authorization: `Bearer ${await keyOf(actor)}` }
      : {};
    const answer = await app.inject({ ...how, headers: { ...headers, ...authorization } });
    const text = answer.body;
    const body = bodyOf(text);
    return { status: answer.statusCode, headers: answer.headers, text, body };
  }

  return {
    app,
    authorisationOf: async (actor) => `Bearer ${await keyOf(actor)}`,
    get: (actor, url, headers = {}) => ask(actor, { method: 'GET', url }, headers),
    post: (actor, url, payload = {}, wish = freshWish(), headers = {}) =>
      ask(actor, { method: 'POST', url, payload }, { ...headers, 'idempotency-key': wish }),
    patch: (actor, url, payload, headers) =>
      ask(actor, { method: 'PATCH', url, payload }, { ...headers, 'idempotency-key': freshWish() }),
    close: () => app.close(),
  };
}
