// Legal representatives of participants under 18: who consented for whom. For operators; without personal numbers.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { guardianshipStates, guardianshipsSeenBy } from '../../engine/people/guardian-register.ts';
import { relations } from '../../engine/people/store.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf } from './asking.ts';
import { closed, iso, moment, personRef, search, word } from './parts.ts';

const guardianship = Type.Object({
  minor: personRef,
  guardian: personRef,
  relation: word(relations),
  since: moment,
  state: word(guardianshipStates, 'Whether the consent is in force; grown-up: the participant is 18 by now.'),
});

const list = {
  operationId: 'listGuardians',
  tags: ['people'],
  summary: 'Legal representatives and those for whom they consented (operators)',
  querystring: Type.Object({ ...pageQuery, q: Type.Optional(search) }, closed),
  response: { 200: pageSchema(guardianship) },
};

export const guardianRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/guardians', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      const found = await guardianshipsSeenBy(engine, actorOf(request), wanted, page);
      return pageAnswer(found, (row) => ({ ...row, since: iso(row.since) }));
    });
  };
