// Updates from chats that could not be handled: whose, when and under which reference, and having one handled anew; for
// operators. Never shows what was written, nor the chat, which is somebody's account.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { channels, desks } from '../../engine/kernel/chat.ts';
import { type DeadLetter, deadLettersSeenBy, retryDeadLetter } from '../../engine/people/dead-letters.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, unwrap } from './asking.ts';
import { closed, idParams, iso, isoOrNull, moment, nullable, word } from './parts.ts';

const deadLetter = Type.Object({
  id: Type.String({ description: 'The reference that the person was told.' }),
  desk: Type.String(),
  channel: Type.String(),
  person: nullable(Type.String({ description: 'Whose chat it is; null for a newcomer.' })),
  input: Type.String({ description: 'What kind of thing was done: `text`, `tap`, `file`, …' }),
  attempts: Type.Integer(),
  blanked: Type.Boolean({ description: 'What was written has been removed: it cannot be handled anew.' }),
  receivedAt: moment,
  endedAt: nullable(moment),
});

const query = Type.Object(
  { ...pageQuery, desk: Type.Optional(word(desks)), channel: Type.Optional(word(channels)) },
  closed,
);

const list = {
  operationId: 'listDeadLetters',
  tags: ['notifications'],
  summary: 'Updates that could not be handled, the last first; kept for 90 days (operators)',
  querystring: query,
  response: { 200: pageSchema(deadLetter) },
};

const retry = {
  operationId: 'retryDeadLetter',
  tags: ['notifications'],
  summary: 'Handle anew what could not be handled, unless its chat has gone on since (operators)',
  params: idParams,
  response: { 200: Type.Object({ id: Type.String(), state: word(['waiting']) }) },
};

export const deadLetterRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/dead-letters', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await deadLettersSeenBy(engine, actorOf(request), wanted, page), rowOf);
    });

    app.post('/dead-letters/:id/retry', { schema: retry }, async (request) => {
      const id = unwrap(await retryDeadLetter(engine, commandOf(request), request.params.id));
      return { id, state: 'waiting' as const };
    });
  };

const rowOf = ({ reference, receivedAt, endedAt, ...row }: DeadLetter) => ({
  ...row,
  id: reference,
  receivedAt: iso(receivedAt),
  endedAt: isoOrNull(endedAt),
});
