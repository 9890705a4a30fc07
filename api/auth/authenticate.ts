// Finds out who asks, after the limits and before the body is read. It refuses nobody: access.ts does.
import type { FastifyInstance } from 'fastify';
import { operatorGrants } from '../../engine/access/store.ts';
import type { Actor } from '../../engine/kernel/actor.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { actorOfKey, hashOfKey } from './keys.ts';
import { keyOf, type RecognisedKeys } from './recognised-keys.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose valid key came with the request. */
    actor: Actor | null;
  }
}

/** @param outsideKey the operator key from the environment; it is never stored */
export function recogniseActors(
  app: FastifyInstance,
  ctx: StoreContext,
  keys: RecognisedKeys,
  outsideKey: string | undefined,
): void {
  const outside = outsideKey === undefined ? null : hashOfKey(outsideKey);
  const operator: Actor = { kind: 'key', id: 'environment', grants: operatorGrants };
  app.decorateRequest('actor', null);
  // The limits are hooks of the routes, which come after all of the server's: an earlier hook would escape them.
  app.addHook('preParsing', async (request) => {
    const key = keyOf(request);
    if (key === null) return;
    const hash = hashOfKey(key);
    request.actor = hash === outside ? operator : await actorOfKey(ctx, key);
    if (request.actor) keys.add(hash);
    else keys.remove(hash);
  });
}
