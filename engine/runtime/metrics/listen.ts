// A small HTTP listener beside a process that has none of its own: `/metrics` for Prometheus, `/health/live` and
// `/health/ready` for whoever keeps containers running. Used by worker and bots where METRICS_PORT is set.
import { createServer, type ServerResponse } from 'node:http';
import type { StoreContext } from '../../store/context.ts';
import type { ResolvedConfiguration } from '../configuration.ts';
import { ConfigurationError } from '../configuration-error.ts';
import type { Metrics } from './metrics.ts';

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a process's metrics where METRICS_PORT says so; nothing otherwise. It is ready while its database answers. */
export async function serveMetrics(
  { host, metricsPort }: Pick<ResolvedConfiguration, 'host' | 'metricsPort'>,
  metrics: Metrics,
  ctx: StoreContext,
): Promise<Pick<Listener, 'close'>> {
  if (metricsPort === undefined) return { close: async () => undefined };
  const ready = async () => void (await ctx.db.db?.admin().ping());
  return listenForScrapes({ host, port: metricsPort }, metrics, ready);
}

/** @param ready rejects while the process cannot do its work */
export async function listenForScrapes(
  { host, port }: { readonly host: string; readonly port: number },
  metrics: Metrics,
  ready: () => Promise<unknown>,
): Promise<Listener> {
  const answer = (response: ServerResponse, status: number, type: string, text: string) =>
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<unknown> | unknown>> = {
    '/health/live': (response) => answer(response, 200, 'text/plain', 'ok\n'),
    '/health/ready': (response) =>
      ready().then(
        () => answer(response, 200, 'text/plain', 'ok\n'),
        () => answer(response, 503, 'text/plain', 'unavailable\n'),
      ),
    '/metrics': async (response) => answer(response, 200, metrics.contentType, await metrics.read()),
  };
  const server = createServer((request, response) => {
    const found = request.method === 'GET' ? answers[request.url ?? ''] : undefined;
    if (!found) answer(response, 404, 'text/plain', 'not here\n');
    else Promise.resolve(found(response)).catch(() => answer(response, 500, 'text/plain', 'failed\n'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new ConfigurationError(`METRICS_PORT is ${port}, which cannot be listened on (${error.message}).`),
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
