// Finds out who asks, before anything else is done with a request. It refuses nobody: access.ts does.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { operatorGrants } from '../../engine/access/store.ts';
import type { Actor } from '../../engine/kernel/actor.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { actorOfKey, hashOfKey } from './keys.ts';

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
  outsideKey: string | undefined,
): void {
  const outside = outsideKey === undefined ? null : hashOfKey(outsideKey);
  const operator: Actor = { kind: 'key', id: 'environment', grants: operatorGrants };
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request) => {
    const key = keyOf(request);
    if (key === null) return;
    request.actor = hashOfKey(key) === outside ? operator : await actorOfKey(ctx, key);
  });
}

function keyOf({ headers, routeOptions }: FastifyRequest): string | null {
  // Pages and health must answer whatever the headers say, also when the database does not.
  if (routeOptions.config.access === undefined) return null;
  const own = headers['x-api-key'];
  if (typeof own === 'string') return own;
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
