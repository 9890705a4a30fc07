// The regions of the country, in three languages, with the days between which each name holds.
// Anybody may read them: forms and other systems fill their choices from them. Operators edit them.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { localDate } from '../../engine/kernel/calendar.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { regions, regionsOn } from '../../engine/reference/regions.ts';
import { publicList } from '../public-list.ts';
import { referenceRoutes } from '../reference.ts';
import { civilDay, closed, nullable } from './parts.ts';

const region = Type.Object({
  code: Type.String(),
  kk: Type.String(),
  ru: Type.String(),
  en: Type.String(),
  from: nullable(civilDay),
});

const schema = {
  operationId: 'listRegions',
  tags: ['reference'],
  summary: 'Regions and cities of republican significance of a day; `from` is null where it was always so',
  security: [],
  querystring: Type.Object({ on: Type.Optional(civilDay) }, closed),
  response: { 200: Type.Object({ items: Type.Array(region) }) },
};

export const regionRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/regions', { schema, config: { access: 'public' } }, async (request, reply) => {
      const on = request.query.on ?? localDate(engine.clock.now());
      const found = await regionsOn(engine, on);
      const items = found.map(({ code, kk, ru, en, from }) => ({ code, kk, ru, en, from }));
      return publicList({ items })(request, reply);
    });
    const words = { one: 'Region', many: 'Regions', title: 'Regions', ownList: true };
    await app.register(referenceRoutes(engine, regions, words));
  };
