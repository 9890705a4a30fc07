// The guard in front of every route: what says nothing of who may call it never starts, what wants a key opens to nobody
// without one.
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { guardAccess, withAccess } from '../../../api/access.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { someone } from '../../support/credit/ground.ts';

let app: FastifyInstance;
beforeEach(() => {
  app = fastify();
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request) => {
    if (request.headers.authorization === 'known') request.actor = someone('known');
  });
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof AppError ? 401 : 500).send({
      code: error instanceof AppError ? error.code : 'bug',
      message: error instanceof Error ? error.message : '',
    }),
  );
  guardAccess(app);
});
afterEach(() => app.close());

const answer = async () => 'answer';
const status = async (url: string, authorization = '') =>
  (await app.inject({ url, headers: { authorization } })).statusCode;

it('a route of nobody’s word keeps the server from starting', async () => {
  app.get('/declared', { config: { access: 'public' } }, answer);
  app.get('/forgotten', { config: { always: true } }, answer);
  app.post('/bare', answer);
  await expect(app.ready()).rejects.toThrow(
    /^routes without a declared access: GET \/forgotten, HEAD \/forgotten, POST \/bare$/,
  );
});

it('a key is wanted where the route says so', async () => {
  app.get('/key', { config: { access: 'key' } }, answer);
  app.get('/public', { config: { access: 'public' } }, answer);
  expect(await status('/key')).toBe(401);
  expect((await app.inject('/key')).json()).toEqual({ code: 'unauthenticated', message: 'no valid key' });
  expect(await status('/key', 'unknown')).toBe(401);
  expect(await status('/key', 'known')).toBe(200);
  expect(await status('/public')).toBe(200);
});

it('a group’s word counts for its routes, unless one has its own', async () => {
  await app.register(
    withAccess('key', async (group) => {
      group.get('/of-the-group', answer);
      group.get('/always', { config: { always: true } }, answer);
      group.get('/of-its-own', { config: { access: 'public' } }, answer);
    }),
  );
  expect(await status('/of-the-group')).toBe(401);
  expect(await status('/always')).toBe(401);
  expect(await status('/of-the-group', 'known')).toBe(200);
  expect(await status('/of-its-own')).toBe(200);
  const declared = app.declaredRoutes.filter(({ method }) => method === 'GET');
  expect(declared.map(({ url, config }) => [url, config?.access, config?.always])).toEqual([
    ['/of-the-group', 'key', undefined],
    ['/always', 'key', true],
    ['/of-its-own', 'public', undefined],
  ]);
});
