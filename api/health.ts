// Whether the process lives, whether it can do its work, and its metrics for Prometheus.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Metrics } from './metrics.ts';

/** What the process needs, by name; each check rejects when it cannot be reached. */
export type HealthChecks = Readonly<Record<string, () => Promise<void>>>;

const PATIENCE_MS = 1_500;

const checked = Type.Object({ ok: Type.Boolean(), milliseconds: Type.Integer() });
const readiness = Type.Object({
  status: Type.String(),
  checks: Type.Record(Type.String(), checked),
});

export const healthRoutes =
  (checks: HealthChecks, metrics: Metrics): FastifyPluginAsyncTypebox =>
  async (app) => {
    const config = { always: true, rateLimit: false };
    const live = {
      operationId: 'live',
      tags: ['health'],
      summary: 'Whether the process answers',
      security: [],
      response: { 200: Type.Object({ status: Type.Literal('ok') }) },
    };
    app.get('/health/live', { schema: live, config }, async () => ({ status: 'ok' as const }));

    const ready = {
      operationId: 'ready',
      tags: ['health'],
      summary: 'Whether what the process needs can be reached',
      security: [],
      response: { 200: readiness, 503: readiness },
    };
    app.get('/health/ready', { schema: ready, config }, async (_request, reply) => {
      const found = Object.fromEntries(
        await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await tried(check)])),
      ) as Record<string, Awaited<ReturnType<typeof tried>>>;
      const isReady = Object.values(found).every((each) => each.ok);
      const answer = { status: isReady ? 'ok' : 'unavailable', checks: found };
      return isReady ? answer : reply.code(503).header('retry-after', 2).send(answer);
    });

    app.get('/metrics', { schema: { hide: true }, config }, async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.read()),
    );
  };

async function tried(check: () => Promise<void>) {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  });
  const ok = await Promise.race([check(), late]).then(
    () => true,
    () => false,
  );
  clearTimeout(timer);
  return { ok, milliseconds: Math.round(performance.now() - started) };
}
