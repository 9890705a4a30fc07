// API keys over HTTP: operators make, list and revoke them.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type ApiKey, apiKeys } from '../../engine/access/store.ts';
import { DAY } from '../../engine/kernel/clock.ts';
import { rolesOf } from '../../engine/programmes/rooms.ts';
import { pageOf } from '../../engine/store/page.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, tagged, unwrap } from '../routes/asking.ts';
import { closed, idParams, iso, isoOrNull, moment, nullable, visible } from '../routes/parts.ts';
import { grantSchema, staffGrantOf } from './grant-schema.ts';
import { apiKey, createApiKey, type KeyContext, refuseOthers, revokeApiKey } from './keys.ts';

const fields = {
  id: Type.String(),
  name: Type.String(),
  grants: Type.Array(grantSchema),
  createdBy: Type.String(),
  createdAt: moment,
  expiresAt: nullable(moment),
  revokedAt: nullable(moment),
};

const freshOf = (ctx: KeyContext) =>
  Type.Object(
    {
      name: Type.String({ minLength: 3, maxLength: 100, ...visible, description: 'What it is for.' }),
      grants: Type.Array(staffGrantOf(rolesOf(ctx)), { minItems: 1, maxItems: 20 }),
      expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650 })),
    },
    closed,
  );

export const apiKeyRoutes =
  (ctx: KeyContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const list = {
      operationId: 'listApiKeys',
      tags: ['keys'],
      summary: 'API keys, newest first (operators)',
      querystring: Type.Object(pageQuery, closed),
      response: { 200: pageSchema(Type.Object(fields)) },
    };
    app.get('/api-keys', { schema: list }, async (request) => {
      refuseOthers(actorOf(request));
      const order = { by: 'createdAt', of: 'instant', newestFirst: true } as const;
      return pageAnswer(await pageOf(ctx, apiKeys, {}, order, pageRequest(request.query)), shownKey);
    });

    const make = {
      operationId: 'createApiKey',
      tags: ['keys'],
      summary:
        'Make an API key; the answer is the only place where it is shown (operators; of a role that must stay apart from theirs, its holders)',
      body: freshOf(ctx),
      response: { 201: Type.Object({ ...fields, key: Type.String() }) },
    };
    app.post('/api-keys', { schema: make }, async (request, reply) => {
      const { name, grants, expiresInDays } = request.body;
      const expiresAt =
        expiresInDays === undefined ? null : new Date(ctx.clock.now().getTime() + expiresInDays * DAY);
      const { record, key } = await createApiKey(ctx, commandOf(request), { name, grants, expiresAt });
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...shownKey(record), key });
    });

    const revoke = {
      operationId: 'revokeApiKey',
      tags: ['keys'],
      summary: 'Revoke an API key at once (operators)',
      params: idParams,
      response: { 200: Type.Object(fields) },
    };
    app.post('/api-keys/:id/revoke', { schema: revoke }, async (request, reply) => {
      unwrap(await revokeApiKey(ctx, commandOf(request), request.params.id));
      const record = await apiKey(ctx, request.params.id);
      tagged(reply, record.v);
      return shownKey(record);
    });
  };

const shownKey = ({ _id, name, grants, createdBy, createdAt, expiresAt, revokedAt }: ApiKey) => ({
  id: _id,
  name,
  grants,
  createdBy,
  createdAt: iso(createdAt),
  expiresAt: isoOrNull(expiresAt),
  revokedAt: isoOrNull(revokedAt),
});
