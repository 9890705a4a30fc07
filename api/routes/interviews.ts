// Interviews of students at organisations, to read: they are booked and decided in the chats.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { interviewStates, interviewsSeenBy } from '../../engine/programmes/credit/programme.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf } from './asking.ts';
import { bin, closed, id, iso, isoOrNull, moment, nullable, personRef, word } from './parts.ts';

const interview = Type.Object({
  id: Type.String(),
  projectId: Type.String(),
  organisationId: Type.String(),
  student: personRef,
  startsAt: moment,
  state: word(interviewStates),
  bookedAt: moment,
  answerBy: nullable(moment),
  reason: nullable(Type.String()),
});

const query = Type.Object(
  {
    ...pageQuery,
    student: Type.Optional(id),
    organisation: Type.Optional(bin),
    state: Type.Optional(word(interviewStates)),
  },
  closed,
);

const schema = {
  operationId: 'listInterviews',
  tags: ['credit'],
  summary: 'Interviews at the organisations that you may see',
  querystring: query,
  response: { 200: pageSchema(interview) },
};

export const interviewRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/interviews', { schema }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = await interviewsSeenBy(engine, actorOf(request), wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, (row) => ({
        ...row,
        startsAt: iso(row.startsAt),
        bookedAt: iso(row.bookedAt),
        answerBy: isoOrNull(row.answerBy),
      }));
    });
  };
