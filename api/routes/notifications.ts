// Deliveries of notifications: what became of each, and sending again what failed, one or many; for operators.
// Shown is which text was sent, never what it said of a person.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Command } from '../../engine/kernel/actor.ts';
import { desks } from '../../engine/kernel/chat.ts';
import type { Message } from '../../engine/kernel/message.ts';
import { deliveriesSeenBy } from '../../engine/notify/failures.ts';
import {
  MOST_RETRIED,
  type NoteRetry,
  retryDeliveries,
  retryDelivery,
} from '../../engine/notify/retry-deliveries.ts';
import { type Delivery, deliveryKinds, endedUnsent } from '../../engine/notify/store.ts';
import { noteOnPerson } from '../../engine/people/note.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, unwrap } from './asking.ts';
import { closed, id, iso, isoOrNull, moment, momentGiven, nullable, word } from './parts.ts';

const states = ['waiting', 'sent', 'failed', 'blocked', 'gave-up', 'superseded'] as const;

const delivery = Type.Object({
  id: Type.String(),
  kind: word(deliveryKinds),
  person: nullable(Type.String()),
  desk: Type.String(),
  texts: Type.Array(Type.String({ description: 'Key of a text that was sent.' })),
  card: nullable(Type.String()),
  state: word(states),
  attempts: Type.Integer(),
  notBefore: moment,
  unsure: Type.Boolean({ description: 'It may have arrived although no answer came.' }),
  error: nullable(Type.String()),
  createdAt: moment,
  endedAt: nullable(moment),
});

const query = Type.Object(
  {
    ...pageQuery,
    state: Type.Optional(word(states)),
    desk: Type.Optional(word(desks)),
    person: Type.Optional(id),
  },
  closed,
);

const deliveryId = Type.String({ minLength: 1, maxLength: 400, description: 'Percent-encoded.' });

const list = {
  operationId: 'listNotifications',
  tags: ['notifications'],
  summary: 'Deliveries of notifications, newest first (operators)',
  querystring: query,
  response: { 200: pageSchema(delivery) },
};

const retry = {
  operationId: 'retryNotification',
  tags: ['notifications'],
  summary: 'Send again what failed, was blocked or was given up (operators)',
  params: Type.Object({ id: deliveryId }, closed),
  response: { 200: Type.Object({ id: Type.String(), state: word(states) }) },
};

const retryMany = {
  operationId: 'retryNotifications',
  tags: ['notifications'],
  summary: `Send again up to ${MOST_RETRIED} that failed, were blocked or were given up (operators)`,
  body: Type.Object(
    {
      state: Type.Optional(word(endedUnsent, 'Any of them where none is named.')),
      desk: Type.Optional(word(desks)),
      since: momentGiven('Those that ended then or later.'),
    },
    closed,
  ),
  response: {
    200: Type.Object({
      retried: Type.Integer({ description: 'How many wait to be sent again.' }),
      more: Type.Boolean({ description: 'Others are left: ask once more, with a new Idempotency-Key.' }),
    }),
  },
};

export const notificationRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/notifications', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await deliveriesSeenBy(engine, actorOf(request), wanted, page), deliveryOf);
    });

    const noting = (command: Command) => (person: string, which: string) =>
      noteOnPerson(engine, command, person, 'delivery retried', { delivery: which });

    app.post('/notifications/retry', { schema: retryMany }, async (request) => {
      const { since, ...wanted } = request.body;
      const command = commandOf(request);
      const each: NoteRetry = (person, which) =>
        noting({ ...command, id: `${command.id}/${which}` })(person, which);
      return retryDeliveries(engine, command.actor, { ...wanted, since: new Date(since) }, each);
    });

    app.post('/notifications/:id/retry', { schema: retry }, async (request) => {
      const command = commandOf(request);
      const result = await retryDelivery(engine, command.actor, request.params.id, noting(command));
      return { id: unwrap(result), state: 'waiting' as const };
    });
  };

const deliveryOf = ({ _id, message, ...row }: Delivery) => ({
  ...row,
  id: _id,
  texts: (message as Message).texts.map((text) => text.key),
  notBefore: iso(row.notBefore),
  createdAt: iso(row.createdAt),
  endedAt: isoOrNull(row.endedAt),
});
