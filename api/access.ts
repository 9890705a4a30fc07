// Who may call a route. Default deny: every route says who may, or the server does not start.
import type { FastifyInstance, FastifyPluginAsync, RouteOptions } from 'fastify';
import { AppError } from '../engine/kernel/errors.ts';

/**
 * `key`: whoever has a valid API key, or is signed in; what they may do is the use-case's to say. `public`: whoever asks; the route
 * itself looks for the secret, cookie or header that it wants, if any.
 */
export type Access = 'key' | 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; on the route, or for a group by {@link withAccess}. */
    access?: Access;
    /** Changes nothing although it is a POST: needs no Idempotency-Key. */
    pureRead?: boolean;
    /** Answers under pressure and without limits: health, metrics. */
    always?: boolean;
  }
  interface FastifyInstance {
    /** Every route with its access: what the tests compare with what should be. */
    readonly declaredRoutes: readonly RouteOptions[];
  }
}

/** Refuses undeclared routes at start, and requests without the key that a route wants. */
export function guardAccess(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.decorate('declaredRoutes', routes);
  app.addHook('onRoute', (route) => void routes.push(route));
  app.addHook('onReady', async () => {
    const undeclared = routes.filter((route) => route.config?.access === undefined);
    if (undeclared.length === 0) return;
    const names = undeclared.map(({ method, url }) => `${String(method)} ${url}`);
    throw new TypeError(`routes without a declared access: ${names.join(', ')}`);
  });
  // After the limits, which count refusals too; before the body is read.
  app.addHook('preParsing', async (request) => {
    const { access } = request.routeOptions.config;
    if (access === 'key' && !request.actor) throw new AppError('unauthenticated', 'no valid key');
  });
}

/** A group of routes with the same access; a route of its own word keeps it. */
export const withAccess =
  (access: Access, routes: FastifyPluginAsync): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRoute', (route) => {
      route.config = { access, ...route.config };
    });
    await app.register(routes);
  };
