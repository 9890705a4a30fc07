// Announcements to many students: create in all three languages, follow, cancel; for operators.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { cancelBroadcast, createBroadcast } from '../../engine/notify/broadcasts/create-broadcast.ts';
import {
  broadcastSeenBy,
  broadcastsSeenBy,
  progressOf,
} from '../../engine/notify/broadcasts/see-broadcasts.ts';
import { type Broadcast, broadcastStates } from '../../engine/notify/broadcasts/store.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, refuseOtherVersion, tagged, unwrap } from './asking.ts';
import {
  closed,
  id,
  idParams,
  iso,
  isoOrNull,
  moment,
  nullable,
  regionCode,
  visible,
  word,
} from './parts.ts';

const words = Type.String({
  minLength: 3,
  maxLength: 3_000,
  ...visible,
  description: 'Plain text; readers see it in their own language.',
});
const texts = Type.Object({ kk: words, ru: words, en: words }, closed);
const audience = { region: nullable(regionCode), university: nullable(id) };

const fields = {
  id: Type.String(),
  texts,
  audience: Type.Object(audience),
  state: word(broadcastStates),
  handedOver: Type.Integer({ description: 'Students for whom it was handed over to be sent.' }),
  createdAt: moment,
  endedAt: nullable(moment),
};
const broadcast = Type.Object(fields);
const count = Type.Integer();
const withProgress = Type.Object({
  ...fields,
  progress: Type.Object(
    { waiting: count, sent: count, failed: count, blocked: count, 'gave-up': count, superseded: count },
    { description: 'What became of what was handed over.' },
  ),
});

const create = {
  operationId: 'createBroadcast',
  tags: ['notifications'],
  summary: 'Announce something to students: all, of a region, of a university (operators)',
  body: Type.Object(
    {
      texts,
      audience: Type.Object({ region: Type.Optional(regionCode), university: Type.Optional(id) }, closed),
    },
    closed,
  ),
  response: { 201: withProgress },
};
const list = {
  operationId: 'listBroadcasts',
  tags: ['notifications'],
  summary: 'Announcements, newest first (operators)',
  querystring: Type.Object({ ...pageQuery, state: Type.Optional(word(broadcastStates)) }, closed),
  response: { 200: pageSchema(broadcast) },
};
const one = {
  operationId: 'readBroadcast',
  tags: ['notifications'],
  summary: 'One announcement, with how far it has come (operators)',
  params: idParams,
  response: { 200: withProgress },
};
const cancel = {
  operationId: 'cancelBroadcast',
  tags: ['notifications'],
  summary: 'Send an announcement to nobody else; what was sent stays (operators)',
  params: idParams,
  response: { 200: withProgress },
};

export const broadcastRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const shown = async (found: Broadcast) => ({
      ...broadcastOf(found),
      progress: await progressOf(engine, found._id),
    });

    app.post('/broadcasts', { schema: create }, async (request, reply) => {
      const { texts: words, audience } = request.body;
      const whom = { region: audience.region ?? null, university: audience.university ?? null };
      const made = unwrap(await createBroadcast(engine, commandOf(request), { words, audience: whom }));
      const found = await broadcastSeenBy(engine, actorOf(request), made);
      tagged(reply, found.v).code(201);
      return shown(found);
    });

    app.get('/broadcasts', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = await broadcastsSeenBy(engine, actorOf(request), wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, broadcastOf);
    });

    app.get('/broadcasts/:id', { schema: one }, async (request, reply) => {
      const found = await broadcastSeenBy(engine, actorOf(request), request.params.id);
      tagged(reply, found.v);
      return shown(found);
    });

    app.post('/broadcasts/:id/cancel', { schema: cancel }, async (request, reply) => {
      const { id: which } = request.params;
      refuseOtherVersion(request, (await broadcastSeenBy(engine, actorOf(request), which)).v);
      unwrap(await cancelBroadcast(engine, commandOf(request), which));
      const found = await broadcastSeenBy(engine, actorOf(request), which);
      tagged(reply, found.v);
      return shown(found);
    });
  };

const broadcastOf = ({ _id, words, audience, ...row }: Broadcast) => ({
  id: _id,
  texts: words,
  audience,
  state: row.state,
  handedOver: row.handedOver,
  createdAt: iso(row.createdAt),
  endedAt: isoOrNull(row.endedAt),
});
