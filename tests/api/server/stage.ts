// The whole server on a real database, with whatever a test adds to it, and its log to look into.
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { pino } from 'pino';
import { buildServer, type ServerParts } from '../../../api/server.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { shippedBook } from '../../rules/shipped-book.ts';
import { emptyDatabase, giveBack, openStore } from '../../support/services/fresh-database.ts';

export const OUTSIDE_KEY = 'an-operator-key-of-the-tests';

/** The machine that runs the tests may be busy with others. */
const PATIENT = { lag: 60_000 };

export interface ServerStage {
  readonly app: FastifyInstance;
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  /** Everything logged so far. */
  log(): string;
  /** As an operator. */
  ask(method: 'GET' | 'POST' | 'PATCH', url: string, options?: Asked): Promise<Answered>;
  close(): Promise<void>;
}

export interface Asked {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly apiKey?: string | null;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  json(): Record<string, unknown>;
}

export async function openContext(uri = emptyDatabase()) {
  const db = await openStore(uri);
  const clock = new ManualClock('2026-10-05T06:00:00Z');
  const ctx: EngineContext = {
    clock,
    db,
    sealer: sealerOf('a key that only tests use'),
    nudge: () => undefined,
    rules: shippedBook(),
    links: {
      page: (path) => `https://qadam.example/${path}`,
      form: (secret) => `https://qadam.example/forms/${secret}`,
      start: (desk, secret) => `https://qadam.example/${desk}?start=${secret}`,
    },
  };
  return { ctx, clock };
}

export interface StageParts extends Partial<Omit<ServerParts, 'ctx' | 'log' | 'open'>> {
  /** Beneath /v1, on the stage's own database. */
  readonly resourcesOf?: (ctx: EngineContext) => readonly FastifyPluginAsync[];
  readonly open?: (ctx: EngineContext) => readonly FastifyPluginAsync[];
}

export async function openServer({ open, resourcesOf, ...parts }: StageParts = {}): Promise<ServerStage> {
  const { ctx, clock } = await openContext();
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const app = await buildServer({
    checks: {},
    adminApiKey: OUTSIDE_KEY,
    ...parts,
    limits: { ...PATIENT, ...parts.limits },
    ...(resourcesOf && { resources: resourcesOf(ctx) }),
    ctx,
    log,
    open: open?.(ctx) ?? [],
  });
  const ask: ServerStage['ask'] = async (method, url, { body, key, headers, apiKey = OUTSIDE_KEY } = {}) => {
    const response = await app.inject({
      method,
      url,
      headers: {
        ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    const { statusCode: status, body: text } = response;
    return { status, headers: response.headers, text, json: () => response.json() };
  };
  return {
    app,
    ctx,
    clock,
    ask,
    log: () => lines.join(''),
    close: async () => {
      await app.close();
      await giveBack(ctx.db);
    },
  };
}
