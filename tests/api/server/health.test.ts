// Health tells the truth: ready with both servers, unready while one is away, alive all along.
import { expect, test } from 'vitest';
import { openHealthChecks } from '../../../api/health-checks.ts';
import { startServices } from '../../support/services/start-services.ts';
import { openContext, openServer } from './stage.ts';

test('readiness follows Redis as it goes and comes; the process stays alive and measured', async () => {
  const services = await startServices();
  const { ctx } = await openContext(services.mongodbUri);
  const health = openHealthChecks(ctx.db, services.redisUrl);
  const server = await openServer({ checks: health.checks });
  const ask = (url: string) => server.ask('GET', url, { apiKey: null });
  try {
    const up = await ask('/health/ready');
    expect([up.status, up.json().status]).toEqual([200, 'ok']);
    await services.redis.stop();
    const down = await ask('/health/ready');
    expect(down.status).toBe(503);
    expect(down.json().checks).toMatchObject({ mongodb: { ok: true }, redis: { ok: false } });
    expect((await ask('/health/live')).json()).toEqual({ status: 'ok' });
    await services.redis.start();
    await expect.poll(async () => (await ask('/health/ready')).status, { timeout: 10_000 }).toBe(200);
    health.drain();
    const leaving = await ask('/health/ready');
    expect(leaving.status).toBe(503);
    expect(leaving.json().checks).toMatchObject({ staying: { ok: false } });
    expect((await ask('/health/live')).status).toBe(200);
    const { text } = await ask('/metrics');
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/health\/ready",status="503"\} [1-9]/,
    );
    expect(text).toContain('process_cpu_seconds_total');
  } finally {
    health.close();
    await server.close();
    await ctx.db.close();
    await services.stop();
  }
});

test('a health check that never answers counts as away', async () => {
  const server = await openServer({ checks: { stuck: () => new Promise(() => undefined) } });
  try {
    expect((await server.ask('GET', '/health/ready')).json()).toMatchObject({
      checks: { stuck: { ok: false } },
    });
  } finally {
    await server.close();
  }
});
