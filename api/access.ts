// Who may call a route. Default deny: beneath /v1 every route says who may, or the server does not start.
import type { FastifyInstance, FastifyPluginAsync, RouteOptions } from 'fastify';
import { AppError } from '../engine/kernel/errors.ts';

/** `key`: whoever has a valid API key; what they may do is the use-case's to say. `public`: everyone. */
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
}

const isVersioned = (url: string): boolean => /^\/v\d+(\/|$)/.test(url);

/** Refuses undeclared routes at start, and requests without the key that a route wants. */
export function guardAccess(app: FastifyInstance): void {
  const versioned: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    if (isVersioned(route.url)) versioned.push(route);
  });
  app.addHook('onReady', async () => {
    const undeclared = versioned.filter((route) => route.config?.access === undefined);
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
