// The public pages of the grant programme, beneath /grant.
import type { FastifyPluginAsync } from 'fastify';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { withAccess } from '../../access.ts';
import { codePages } from './code-pages.ts';

export const pages = (engine: EngineContext): FastifyPluginAsync =>
  withAccess('public', async (app) => {
    await app.register(codePages(engine));
  });
