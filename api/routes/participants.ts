// Participants: search, the card with decisions and their receipts, the timeline of what happened.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { holds } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import {
  decisionsAgain,
  participantCard,
  participantsSeenBy,
  participantTimeline,
} from '../../engine/programmes/credit/programme.ts';
import { askErasure } from '../../engine/programmes/erasing.ts';
import { recordForOperator } from '../../engine/programmes/record.ts';
import { allUniversities } from '../../engine/reference/universities.ts';
import { unchanged } from '../conditional.ts';
import { answerTable, exportAnswer, exportQuery } from '../exports/answer.ts';
import { gather } from '../exports/gather.ts';
import { participantTable } from '../exports/participants.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, granted, languageOf, readingOf, tagged } from './asking.ts';
import { auditRow, auditRowOf } from './audit-schema.ts';
import { decisionAgain, decisionRow } from './decisions.ts';
import { cardOf, participantCardSchema, participantRow, rowOf } from './participant-card.ts';
import { closed, id, idParams, regionCode, search, word } from './parts.ts';

const filters = {
  q: Type.Optional(search),
  region: Type.Optional(regionCode),
  university: Type.Optional(id),
};
const query = Type.Object({ ...pageQuery, ...filters }, closed);

const list = {
  operationId: 'listParticipants',
  tags: ['people'],
  summary: 'Participants that you may see, by name',
  querystring: query,
  response: { 200: pageSchema(participantRow) },
};

const exported = {
  operationId: 'exportParticipants',
  tags: ['people'],
  summary: 'The same participants as a file',
  querystring: Type.Object({ ...exportQuery, ...filters }, closed),
  response: exportAnswer,
};

const one = {
  operationId: 'readParticipant',
  tags: ['people'],
  summary: 'The card of a participant: profile, where they stand, decisions with receipts',
  params: idParams,
  response: { 200: participantCardSchema },
};

const decided = {
  ...{ operationId: 'rerunDecisions', tags: ['people'], params: idParams },
  summary: 'Every decision on a participant, explained, and what the rules say of it today (operators)',
  response: { 200: Type.Object({ items: Type.Array(decisionAgain) }) },
};

const timeline = {
  operationId: 'readParticipantTimeline',
  tags: ['people'],
  summary: "What happened to a participant's documents, oldest first (operators)",
  params: idParams,
  querystring: Type.Object(pageQuery, closed),
  response: { 200: pageSchema(auditRow) },
};

const copy = {
  operationId: 'copyParticipant',
  tags: ['people'],
  summary: 'Everything that is kept of a person but their sealed numbers, which is noted (operators)',
  params: idParams,
  response: {
    200: Type.Object({ format: Type.String(), person: Type.String() }, { additionalProperties: true }),
  },
};

const erase = {
  operationId: 'eraseParticipant',
  tags: ['people'],
  summary: 'Erase a person at their wish; refused while the law makes it wait (operators)',
  params: idParams,
  body: Type.Object(
    { ground: word(['asked-by-the-person', 'asked-by-a-guardian', 'court-decision']) },
    closed,
  ),
  response: { 202: Type.Object({ id: Type.String() }) },
};

export const participantRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/participants', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await participantsSeenBy(engine, actorOf(request), wanted, page), rowOf);
    });

    app.get('/participants/export', { schema: exported }, async (request, reply) => {
      const { format, ...wanted } = request.query;
      const rows = await gather((page) => participantsSeenBy(engine, actorOf(request), wanted, page));
      const names = new Map((await allUniversities(engine)).map((each) => [each._id, each]));
      return answerTable(request, reply, format, participantTable(names), rows);
    });

    app.get('/participants/:id', { schema: one }, async (request, reply) => {
      const actor = actorOf(request);
      const card = await participantCard(engine, actor, request.params.id);
      tagged(reply, card.v);
      return cardOf(actor, card);
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
      unchanged(request, (await participantCard(engine, actor, id)).v);
      granted(await askErasure(engine, commandOf(request), id, request.body.ground));
      return reply.code(202).send({ id });
    });

    app.get('/participants/:id/decisions', { schema: decided }, async (request) => {
      const found = await decisionsAgain(engine, actorOf(request), request.params.id);
      const language = languageOf(request);
      return { items: found.map((each) => decisionRow(engine.rules, each, language)) };
    });

    app.get('/participants/:id/timeline', { schema: timeline }, async (request) => {
      const page = pageRequest(request.query);
      const found = await participantTimeline(engine, actorOf(request), request.params.id, page);
      return pageAnswer(found, auditRowOf);
    });
  };
