// Metrics of the API process: Node's own, and how long requests take by route. Never by address: those hold ids.
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly contentType: string;
  read(): Promise<string>;
}

/** Measures every request of the server. @param more metrics of the same process, of other names */
export function measure(app: FastifyInstance, more?: Pick<Metrics, 'read'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests take.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: reply.statusCode };
    duration.observe(labels, reply.elapsedTime / 1_000);
  });
  app.addHook('onClose', async () => registry.clear());
  const read = async () => [await registry.metrics(), (await more?.read()) ?? ''].join('\n');
  return { contentType: registry.contentType, read };
}
