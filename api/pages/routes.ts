// The first page and the files that all pages need.
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { withAccess } from '../access.ts';
import { pageLanguage } from '../language.ts';
import { landingPage } from './landing.ts';

/** @param demo whether this server plays the demo */
export const pageRoutes = (demo: boolean): FastifyPluginAsync =>
  withAccess('public', async (app) => {
    await app.register(fastifyStatic, {
      root: fileURLToPath(new URL('./assets', import.meta.url)),
      prefix: '/assets/',
      decorateReply: false,
      index: false,
      maxAge: '1h',
    });
    const has = (url: string) => app.hasRoute({ method: 'GET', url });
    app.get('/', { schema: { hide: true } }, async (request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('vary', 'accept-language')
        .send(landingPage({ language: pageLanguage(request), demo, has })),
    );
  });
