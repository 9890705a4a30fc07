// The regions of the country, in three languages, with the day from which each exists.
// Anybody may read them: forms and other systems fill their choices from them.
import type { FastifyPluginAsync } from 'fastify';
import Type from 'typebox';
import { regions } from '../../engine/kernel/regions.ts';
import { publicList } from '../public-list.ts';
import { civilDay, nullable } from './parts.ts';

const region = Type.Object({
  code: Type.String(),
  kk: Type.String(),
  ru: Type.String(),
  en: Type.String(),
  from: nullable(civilDay),
});

const shown = { items: regions.map((each) => ({ ...each, from: each.from ?? null })) };

const schema = {
  operationId: 'listRegions',
  tags: ['reference'],
  summary: 'Regions and cities of republican significance; `from` is null where a region was always there',
  security: [],
  response: { 200: Type.Object({ items: Type.Array(region) }) },
};

export const regionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/regions', { schema, config: { access: 'public' } }, publicList(shown));
};
