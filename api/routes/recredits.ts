// Re-credits of approved credits, for the registrars of universities.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import {
  decideRecredit,
  recreditSeenBy,
  recreditStates,
  recreditsSeenBy,
} from '../../engine/programmes/credit/programme.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, granted, refuseOtherVersion, tagged } from './asking.ts';
import { closed, id, idParams, iso, isoOrNull, moment, nullable, personRef, reason, word } from './parts.ts';

const recredit = Type.Object({
  id: Type.String({ description: "The credit's id: a credit is re-credited once." }),
  student: personRef,
  universityId: Type.String(),
  target: Type.Integer({ description: 'Hours of the credit.' }),
  academicCredits: Type.Integer(),
  state: word(recreditStates),
  createdAt: moment,
  requestedAt: nullable(moment),
  reason: nullable(Type.String()),
  decidedAt: nullable(moment),
});

const query = Type.Object(
  { ...pageQuery, university: Type.Optional(id), state: Type.Optional(word(recreditStates)) },
  closed,
);

const decision = Type.Union([
  Type.Object({ confirm: Type.Literal(true) }, closed),
  Type.Object({ confirm: Type.Literal(false), reason }, closed),
]);

const list = {
  operationId: 'listRecredits',
  tags: ['credit'],
  summary: 'Re-credits at the universities that you may see',
  querystring: query,
  response: { 200: pageSchema(recredit) },
};

const one = {
  operationId: 'readRecredit',
  tags: ['credit'],
  summary: 'One re-credit',
  params: idParams,
  response: { 200: recredit },
};

const decide = {
  operationId: 'decideRecredit',
  tags: ['credit'],
  summary: 'Confirm a re-credit, or refuse it with a reason (registrar of the university)',
  params: idParams,
  body: decision,
  response: { 200: recredit },
};

export const recreditRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/recredits', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = await recreditsSeenBy(engine, actorOf(request), wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, recreditOf);
    });

    app.get('/recredits/:id', { schema: one }, async (request, reply) => {
      const found = await recreditSeenBy(engine, actorOf(request), request.params.id);
      tagged(reply, found.v);
      return recreditOf(found);
    });

    app.post('/recredits/:id/decision', { schema: decide }, async (request) => {
      const { id: creditId } = request.params;
      refuseOtherVersion(request, (await recreditSeenBy(engine, actorOf(request), creditId)).v);
      granted(await decideRecredit(engine, commandOf(request), { creditId, ...request.body }));
      return recreditOf(await recreditSeenBy(engine, actorOf(request), creditId));
    });
  };

const recreditOf = ({ _id, ...row }: Awaited<ReturnType<typeof recreditSeenBy>>) => ({
  ...row,
  id: _id,
  createdAt: iso(row.createdAt),
  requestedAt: isoOrNull(row.requestedAt),
  decidedAt: isoOrNull(row.decidedAt),
});
