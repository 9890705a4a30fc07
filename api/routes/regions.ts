// The regions of the country, in three languages, with the day from which each exists.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { regions } from '../../engine/kernel/regions.ts';
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
  response: { 200: Type.Object({ items: Type.Array(region) }) },
};

export const regionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/regions', { schema }, async () => shown);
};
