// One line of the log for each request: by route, never by address, which may hold a secret or a name.
import type { FastifyInstance } from 'fastify';

export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { always } = request.routeOptions.config;
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      ...(request.actor && { key: request.actor.id }),
    };
    if (always === true) request.log.debug(line, 'answered');
    else request.log.info(line, 'answered');
  });
}
