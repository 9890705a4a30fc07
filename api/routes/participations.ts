// Participations of students in projects, to read: how far each is with its hours.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { creditStates, participationsSeenBy } from '../../engine/programmes/credit/programme.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf } from './asking.ts';
import { bin, civilDay, closed, id, personRef, word } from './parts.ts';

const participation = Type.Object({
  id: Type.String(),
  projectId: Type.String(),
  organisationId: Type.String(),
  student: personRef,
  target: Type.Integer({ description: 'Hours of the credit.' }),
  year: Type.Integer(),
  startedOn: civilDay,
  state: word(creditStates),
  confirmed: Type.Integer({ description: 'Confirmed minutes.' }),
});

const query = Type.Object(
  {
    ...pageQuery,
    student: Type.Optional(id),
    organisation: Type.Optional(bin),
    state: Type.Optional(word(creditStates)),
  },
  closed,
);

const schema = {
  operationId: 'listParticipations',
  tags: ['credit'],
  summary: 'Participations in projects of the organisations that you may see',
  querystring: query,
  response: { 200: pageSchema(participation) },
};

export const participationRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/participations', { schema }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await participationsSeenBy(engine, actorOf(request), wanted, page), (row) => row);
    });
  };
