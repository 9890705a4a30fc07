// What Prometheus sees: every figure that the dashboard and the alert rules ask for is there in a real scrape, says the
// truth about what waits, and names nobody.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { Registry } from 'prom-client';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { measure } from '../../../api/metrics.ts';
import { measureBacklog } from '../../../engine/runtime/metrics/backlog.ts';
import { type Listener, listenForScrapes } from '../../../engine/runtime/metrics/listen.ts';
import { openMetrics } from '../../../engine/runtime/metrics/metrics.ts';
import { takeDueCheckpoints } from '../../../engine/store/audit-checkpoints.ts';
import { setTimer } from '../../../engine/store/timers.ts';
import { newCommand, newHost } from '../../support/credit/cast.ts';
import { freshDatabase } from '../../support/services/fresh-database.ts';
import { type BotApi, startBotApi } from '../../support/telegram/index.ts';
import { openStoryEngine, type StoryEngine } from '../../support/world/engine.ts';

const deploy = (name: string): string =>
  readFileSync(new URL(`../../../engine/runtime/deploy/${name}`, import.meta.url), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly hint: string };
}
const rules = (parse(deploy('alerts.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  ({ rules: each }) => each,
);
const panels = (JSON.parse(deploy('dashboard.json')) as { panels: { targets: { expr: string }[] }[] }).panels;
const asked = [
  ...rules.map(({ expr }) => expr),
  ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];
/** Names of figures, not of functions or labels. */
const named = [
  ...new Set(asked.flatMap((expr) => expr.match(/\b(?:qadam|nodejs|process|http)_[a-z0-9_]+/g) ?? [])),
];

let engine: StoryEngine;
let api: BotApi;
let listener: Listener;
let alive = true;

beforeAll(async () => {
  engine = await openStoryEngine({ mongodb: freshDatabase(), redis: '' }, '2026-10-05T06:00:00Z');
  await newHost(engine.ctx);
  await takeDueCheckpoints(engine.ctx);
  const metrics = openMetrics({ node: true, ctx: engine.ctx });
  metrics.relay(() => ({ carried: 3, failed: 1 }));
  metrics.turned('participant', 0.012);
  api = await startBotApi();
  api.addBot({ token: '1001:participant-token-of-tests', username: 'qadam_bot', name: 'Qadam' });
  await (await request(`${api.root}/bot1001:participant-token-of-tests/getMe`)).body.dump();
  const ready = async () => {
    if (!alive) throw new Error('away');
  };
  listener = await listenForScrapes({ host: '127.0.0.1', port: 0 }, metrics, ready);
}, 60_000);
afterAll(async () => {
  await listener.close();
  await api.close();
  await engine.close();
});

const get = (path: string) => fetch(`http://127.0.0.1:${listener.port}${path}`);

describe('a scrape', () => {
  it.each(named)('holds %s', async (name) => {
    const app = Fastify();
    const requests = await measure(app).read();
    await app.close();
    const text = `${await (await get('/metrics')).text()}\n${requests}`;
    const family = name.replace(/_(bucket|count|sum)$/, '');
    expect(text).toContain(`# TYPE ${family} `);
  });

  it('names each call to Telegram, and no token', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toContain('qadam_telegram_calls_total{method="getMe",outcome="200"} 1');
    expect(text).not.toContain('participant-token');
  });

  it('tells what waits in the database', async () => {
    const dueAt = new Date(engine.ctx.clock.now().getTime() - 60_000);
    await setTimer(engine.ctx, { key: `test/${newCommand().id}`, kind: 'test', dueAt, data: {} });
    const registry = new Registry();
    measureBacklog(registry, engine.ctx, 0);
    const text = await registry.metrics();
    expect(text).toMatch(/qadam_timers_overdue 1/);
    expect(text).toMatch(/qadam_outbox_waiting\{collection="people"\} [1-9]/);
    expect(text).toMatch(/qadam_outbox_oldest_seconds \d/);
    expect(text).toMatch(/qadam_audit_checkpoint_age_seconds \d/);
  });

  it('is served beside the health of its process', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    alive = false;
    expect((await get('/health/ready')).status).toBe(503);
    alive = true;
    expect((await get('/elsewhere')).status).toBe(404);
  });
});

it('every alert says what is wrong and what to do', () => {
  expect(rules.length).toBeGreaterThan(9);
  for (const { annotations } of rules) {
    expect(annotations.summary.length).toBeGreaterThan(15);
    expect(annotations.hint.length).toBeGreaterThan(15);
  }
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
});
