// Puts the HTTP server together: what guards every request, then the routes. Called by main.ts and by tests.
import cookie from '@fastify/cookie';
import type { FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify';
import { type Clock, MINUTE, systemClock } from '../engine/kernel/clock.ts';
import { newId } from '../engine/kernel/ids.ts';
import { guardAccess, withAccess } from './access.ts';
import { recogniseActors } from './auth/authenticate.ts';
import type { KeyContext } from './auth/keys.ts';
import { recognisedKeys } from './auth/recognised-keys.ts';
import { apiKeyRoutes } from './auth/routes.ts';
import { sessionRoutes } from './auth/sessions/routes.ts';
import { boundBodies } from './body-bounds.ts';
import { refuseOpenSchemas } from './closed-schemas.ts';
import { type HealthChecks, healthRoutes } from './health.ts';
import { guardRepeats } from './idempotency/guard.ts';
import { answerMalformed } from './malformed-request.ts';
import { type Metrics, measure } from './metrics.ts';
import { describeApi, type Tag } from './openapi.ts';
import { failurePage, wantsPage } from './pages/failure.ts';
import { HttpProblem, problemOf, sendProblem } from './problems.ts';
import { type Limits, protect } from './protection.ts';
import { logRequests } from './request-log.ts';
import { answerUnknown } from './unknown-address.ts';
import { validatorCompiler } from './validation.ts';

const BODY_LIMIT = 1_048_576;
/** For a whole request to arrive: a photo over a bad line, not a connection held open a byte at a time. */
const SLOWEST = 2 * MINUTE;

export interface ServerParts {
  readonly ctx: KeyContext;
  readonly log: FastifyBaseLogger;
  readonly checks: HealthChecks;
  /** The operator key from the environment. */
  readonly adminApiKey?: string | undefined;
  /** A proxy on a private network stands in front and tells the callers' addresses. */
  readonly behindProxy?: boolean;
  readonly limits?: Limits;
  /** What else of the process is measured. */
  readonly metrics?: Pick<Metrics, 'read'>;
  /** Where several processes count requests together. */
  readonly counts?: FastifyRateLimitStoreCtor;
  /** By which console sessions end; the machine's own unless a test moves it. */
  readonly sessionClock?: Clock;
  /** Beneath /v1, for whoever has a key. */
  readonly resources?: readonly FastifyPluginAsync[];
  /** What the programmes' routes are about, for OpenAPI. */
  readonly tags?: readonly Tag[];
  /** Pages, forms, the chat, webhooks: they declare their access themselves. */
  readonly open?: readonly FastifyPluginAsync[];
}

/** @returns the server with all its routes, ready to listen. @throws TypeError for a route without an access, or with an open schema */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { ctx, log } = parts;
  const app = Fastify({
    loggerInstance: log,
    // request-log.ts writes them: Fastify's own hold the address.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => newId(),
    bodyLimit: BODY_LIMIT,
    // Refused by boundBodies, with their place.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: SLOWEST,
    clientErrorHandler: answerMalformed,
    trustProxy: parts.behindProxy === true ? 'loopback, linklocal, uniquelocal' : false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false },
    frameworkErrors: (error, request, reply) => void sendProblem(reply, problemOf(error, request)),
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(validatorCompiler());
  answerFailures(app);
  logRequests(app);
  answerUnknown(app);
  boundBodies(app);
  refuseOpenSchemas(app);
  await app.register(cookie);
  const keys = recognisedKeys();
  await protect(app, keys, parts.limits, parts.counts);
  const sessionCtx = { ...ctx, clock: parts.sessionClock ?? systemClock };
  recogniseActors(app, { ctx, sessionCtx, keys, outsideKey: parts.adminApiKey });
  guardAccess(app);
  guardRepeats(app, ctx);
  const metrics = measure(app, parts.metrics);
  await describeApi(app, parts.tags);
  await app.register(withAccess('public', healthRoutes(parts.checks, metrics) as FastifyPluginAsync));
  for (const routes of [
    apiKeyRoutes(ctx),
    sessionRoutes(sessionCtx, parts.limits?.signIn),
    ...(parts.resources ?? []),
  ])
    await app.register(withAccess('key', routes as FastifyPluginAsync), { prefix: '/v1' });
  for (const routes of parts.open ?? []) await app.register(routes);
  await app.ready();
  return app;
}

function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request);
    if (wantsPage(request))
      return reply
        .code(problem.status)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(failurePage(problem, request));
    if (error instanceof HttpProblem) reply.headers(error.headers);
    return sendProblem(reply, problem);
  });
}
