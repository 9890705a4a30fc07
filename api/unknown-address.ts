// Addresses that no route takes: 405 with Allow where another method would do, 404 otherwise.
import type { FastifyInstance } from 'fastify';
import { AppError } from '../engine/kernel/errors.ts';
import { HttpProblem } from './problems.ts';

/** Call before any route is added. */
export function answerUnknown(app: FastifyInstance): void {
  const known: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (!url.includes('*')) known.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  app.setNotFoundHandler(async (request) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = new Set(
      known.filter(({ pattern }) => pattern.test(path)).flatMap((each) => each.methods),
    );
    if (allowed.size === 0) throw new AppError('not-found', 'no such address');
    throw new HttpProblem('method-not-allowed', request.method, { allow: [...allowed].join(', ') });
  });
}

/** `/v1/hours/:id/decision` as a pattern of addresses. */
const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('/')}$`,
  );
