// Everybody who takes part in anything, for operators: where they do, the timeline of what happened, the copy of all that
// is kept of them, and their erasure. What a programme knows of them stands beneath its own address.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { holds } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import { languages } from '../../engine/kernel/languages.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { askErasure } from '../../engine/programmes/erasure.ts';
import { personForOperator, timelineForOperator } from '../../engine/programmes/person-card.ts';
import { recordForOperator } from '../../engine/programmes/record.ts';
import { unchanged } from '../conditional.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, readingOf, tagged, unwrap } from './asking.ts';
import { auditRow, auditRowOf } from './audit-schema.ts';
import { described } from './factories/route.ts';
import { closed, idParams, iso, moment, nullable, word } from './parts.ts';

const shown = Type.Object({
  id: Type.String(),
  name: Type.String(),
  region: nullable(Type.String()),
  language: word(languages),
  programmes: Type.Array(Type.String(), { description: 'Where something is kept of them.' }),
  createdAt: moment,
});

const about = (operationId: string, summary: string) => ({
  ...described({ operationId, tag: 'people', summary }),
  params: idParams,
});

const one = {
  ...about('readPerson', 'A person, and the programmes in which they take part (operators)'),
  response: { 200: shown },
};

const timeline = {
  ...about('readParticipantTimeline', "What happened to a participant's documents, oldest first (operators)"),
  querystring: Type.Object(pageQuery, closed),
  response: { 200: pageSchema(auditRow) },
};

const copy = {
  ...about(
    'copyParticipant',
    'Everything that is kept of a person but their sealed numbers, which is noted (operators)',
  ),
  response: {
    200: Type.Object({ format: Type.String(), person: Type.String() }, { additionalProperties: true }),
  },
};

const erase = {
  ...about(
    'eraseParticipant',
    'Erase a person at their wish; refused while the law makes it wait (operators)',
  ),
  body: Type.Object(
    { ground: word(['asked-by-the-person', 'asked-by-a-guardian', 'court-decision']) },
    closed,
  ),
  response: { 202: Type.Object({ id: Type.String() }) },
};

export const participantRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/participants/:id', { schema: one }, async (request, reply) => {
      const { person, programmes, version } = await personForOperator(
        engine,
        actorOf(request),
        request.params.id,
      );
      tagged(reply, version);
      const { _id: id, name, region, language, createdAt } = person;
      return { id, name, region, language, programmes: [...programmes], createdAt: iso(createdAt) };
    });

    app.get('/participants/:id/export', { schema: copy }, async (request, reply) => {
      const record = await recordForOperator(engine, readingOf(request), request.params.id);
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="qadam.json"')
        .send(record);
    });

    app.post('/participants/:id/erasure', { schema: erase }, async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'erasure is for operators');
      unchanged(request, (await personForOperator(engine, actor, id)).version);
      unwrap(await askErasure(engine, commandOf(request), id, request.body.ground));
      return reply.code(202).send({ id });
    });

    app.get('/participants/:id/timeline', { schema: timeline }, async (request) => {
      const page = pageRequest(request.query);
      const found = await timelineForOperator(engine, actorOf(request), request.params.id, page);
      return pageAnswer(found, auditRowOf);
    });
  };
