// The universities whose students may take part: reference data of the operator.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { addUniversity, allUniversities } from '../../engine/organisations/universities.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { commandOf, granted } from './asking.ts';
import { closed, regionCode, visible } from './parts.ts';

const name = Type.String({ minLength: 2, maxLength: 300, ...visible });

const university = {
  id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 20 }),
  kk: name,
  ru: name,
  en: name,
  region: regionCode,
};

const list = {
  operationId: 'listUniversities',
  tags: ['reference'],
  summary: 'Universities, by their Russian name',
  response: { 200: Type.Object({ items: Type.Array(Type.Object(university)) }) },
};

const add = {
  operationId: 'addUniversity',
  tags: ['reference'],
  summary: 'Add a university (operators)',
  body: Type.Object(university, closed),
  response: { 201: Type.Object(university) },
};

export const universityRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/universities', { schema: list }, async () => {
      const found = await allUniversities(engine);
      return { items: found.map(({ _id, kk, ru, en, region }) => ({ id: _id, kk, ru, en, region })) };
    });

    app.post('/universities', { schema: add }, async (request, reply) => {
      granted(await addUniversity(engine, commandOf(request), request.body), {
        'common.university-known': '/id',
      });
      return reply.code(201).send(request.body);
    });
  };
