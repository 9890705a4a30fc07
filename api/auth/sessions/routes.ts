// Signing in to the console: a code is asked for and used; one's own sessions are shown and ended.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { AppError } from '../../../engine/kernel/errors.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { refused } from '../../../engine/kernel/result.ts';
import type { StoreContext } from '../../../engine/store/context.ts';
import { unwrap } from '../../routes/asking.ts';
import { closed, id, idParams, iso, moment, word } from '../../routes/parts.ts';
import { grantSchema } from '../grant-schema.ts';
import { askForCode, CODE_MINUTES, useCode } from './codes.ts';
import { giveCookie, mayHoldSession, takeCookie, tokenOf } from './cookie.ts';
import { refuseOtherSites } from './forgery.ts';
import { endSession, expiryOf, type LiveSession, openSession, sessionOf, sessionsOf } from './sessions.ts';

const unseen = { 'cache-control': 'no-store' } as const;

const sessionRow = {
  id: Type.String(),
  agent: Type.String({ description: 'What the browser calls itself.' }),
  openedAt: moment,
  seenAt: moment,
  expiresAt: moment,
};

const current = Type.Object({
  ...sessionRow,
  csrfToken: Type.String({ description: 'To be sent as X-CSRF-Token with every change.' }),
  person: Type.Object({
    id: Type.String(),
    name: Type.String(),
    language: word(languages),
    grants: Type.Array(grantSchema),
  }),
});

const askCode = {
  operationId: 'askSignInCode',
  tags: ['session'],
  summary: 'Have a sign-in code sent to the staff chat of a person; the answer is the same whoever is named',
  security: [],
  body: Type.Object({ person: id }, closed),
  response: { 202: Type.Object({ attempt: Type.String(), minutes: Type.Integer() }) },
};

const signIn = {
  operationId: 'signIn',
  tags: ['session'],
  summary: 'Sign in with the code; the session is in a cookie',
  security: [],
  body: Type.Object(
    {
      attempt: Type.String({ pattern: '^[a-z2-9]{32}$' }),
      code: Type.String({ minLength: 1, maxLength: 20 }),
    },
    closed,
  ),
  response: { 201: current },
};

const read = {
  operationId: 'readSession',
  tags: ['session'],
  summary: 'Who is signed in, and the token that changes need',
  response: { 200: current },
};

const ended = { 200: Type.Object({ id: Type.String(), endedAt: moment }) };
const signOut = { operationId: 'signOut', tags: ['session'], summary: 'Sign out', response: ended };

const list = {
  operationId: 'listSessions',
  tags: ['session'],
  summary: 'Your own sessions, newest first',
  response: { 200: Type.Object({ items: Type.Array(Type.Object(sessionRow)) }) },
};

const end = {
  operationId: 'endSession',
  tags: ['session'],
  summary: 'End one of your own sessions',
  params: idParams,
  response: ended,
};

/** Codes asked for, and codes tried, a minute from one address: a guess costs as much as a good one. */
const PER_ADDRESS = 10;

export const sessionRoutes =
  (ctx: StoreContext, perAddress = PER_ADDRESS): FastifyPluginAsyncTypebox =>
  async (app) => {
    const config = { access: 'public', rateLimit: { max: perAddress } } as const;
    app.post('/session/code', { schema: askCode, config }, async (request, reply) => {
      refuseOtherSites(request);
      const attempt = await askForCode(ctx, request.body.person);
      return reply.code(202).headers(unseen).send({ attempt, minutes: CODE_MINUTES });
    });

    app.post('/session', { schema: signIn, config }, async (request, reply) => {
      refuseOtherSites(request);
      if (!mayHoldSession(request)) throw new AppError('forbidden', 'sessions need https');
      const person = await useCode(ctx, request.body.attempt, request.body.code);
      const token = person && (await openSession(ctx, person, request.headers['user-agent'] ?? ''));
      const live = token && (await sessionOf(ctx, token));
      if (!token || !live) return unwrap(refused('common.code-refused'));
      await endFormer(ctx, request, token);
      return giveCookie(request, reply, token).code(201).headers(unseen).send(shown(live));
    });

    app.get('/session', { schema: read }, async (request, reply) => {
      reply.headers(unseen);
      return shown(liveOf(request));
    });

    app.delete('/session', { schema: signOut }, async (request, reply) => {
      const { session } = liveOf(request);
      takeCookie(request, reply);
      return endedOf(ctx, session.person, session._id);
    });

    app.get('/sessions', { schema: list }, async (request) => {
      const found = await sessionsOf(ctx, liveOf(request).session.person);
      return { items: found.map(rowOf) };
    });

    app.delete('/sessions/:id', { schema: end }, async (request) =>
      endedOf(ctx, liveOf(request).session.person, request.params.id),
    );
  };

/** @throws AppError `unauthenticated` for a machine: it has no session */
function liveOf({ consoleSession }: FastifyRequest): LiveSession {
  if (consoleSession) return consoleSession;
  throw new AppError('unauthenticated', 'not a session');
}

/** Whoever signs in again in the same browser leaves no second session behind. */
async function endFormer(ctx: StoreContext, request: FastifyRequest, token: string): Promise<void> {
  const former = tokenOf(request);
  const live = former === null || former === token ? null : await sessionOf(ctx, former);
  if (live) await endSession(ctx, live.session.person, live.session._id);
}

async function endedOf(ctx: StoreContext, person: string, which: string) {
  const endedAt = await endSession(ctx, person, which);
  if (endedAt === null) throw new AppError('not-found', 'no session of theirs');
  return { id: which, endedAt: iso(endedAt) };
}

const rowOf = (session: LiveSession['session']) => ({
  id: session._id,
  agent: session.agent,
  openedAt: iso(session.openedAt),
  seenAt: iso(session.seenAt),
  expiresAt: iso(expiryOf(session)),
});

const shown = ({ session, person, csrfToken }: LiveSession) => ({
  ...rowOf(session),
  csrfToken,
  person: { id: person._id, name: person.name, language: person.language, grants: [...person.grants] },
});
