// Finds out who asks, after the limits and before the body is read: a machine by its key, a person by their session.
// It refuses nobody who brings neither: access.ts does.
import type { FastifyInstance } from 'fastify';
import { operatorGrants } from '../../engine/access/store.ts';
import type { Actor } from '../../engine/kernel/actor.ts';
import { sameSecret } from '../../engine/kernel/same-secret.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { actorOfKey, hashOfKey } from './keys.ts';
import { credentialOf, type RecognisedKeys } from './recognised-keys.ts';
import { refuseForgery } from './sessions/forgery.ts';
import { type LiveSession, sessionOf } from './sessions/sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose valid key or session came with the request. */
    actor: Actor | null;
    /** Of a person who is signed in; null for machines. */
    consoleSession: LiveSession | null;
  }
}

export interface Recognising {
  readonly ctx: StoreContext;
  /** The same on the machine's own clock: sessions have to do with browsers, not with programmes. */
  readonly sessionCtx: StoreContext;
  readonly keys: RecognisedKeys;
  /** The operator key from the environment; it is never stored. */
  readonly outsideKey: string | undefined;
}

export function recogniseActors(app: FastifyInstance, parts: Recognising): void {
  const { ctx, sessionCtx, keys, outsideKey } = parts;
  const outside = outsideKey === undefined ? '' : hashOfKey(outsideKey);
  const operator: Actor = { kind: 'key', id: 'environment', grants: operatorGrants };
  app.decorateRequest('actor', null);
  app.decorateRequest('consoleSession', null);
  // The limits are hooks of the routes, which come after all of the server's: an earlier hook would escape them.
  app.addHook('preParsing', async (request) => {
    const brought = credentialOf(request);
    if (brought === null) return;
    const hash = hashOfKey(brought.secret);
    if (brought.kind === 'session') {
      request.consoleSession = await sessionOf(sessionCtx, brought.secret);
      request.actor = request.consoleSession?.actor ?? null;
    } else request.actor = sameSecret(hash, outside) ? operator : await actorOfKey(ctx, brought.secret);
    if (request.actor) keys.add(hash);
    else keys.remove(hash);
    if (request.consoleSession) refuseForgery(request, request.consoleSession.csrfToken);
  });
}
