// Consents to data processing: the record of each, and withdrawing one in a person's name. For operators.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type ConsentRow, consentSeenBy, consentsSeenBy } from '../../engine/people/consent-register.ts';
import { withdrawConsent } from '../../engine/people/consents.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { unchanged } from '../conditional.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, tagged, unwrap } from './asking.ts';
import { closed, id, idParams, iso, isoOrNull, moment, nullable, personRef, word } from './parts.ts';

const consent = Type.Object({
  id: Type.String(),
  person: personRef,
  purpose: Type.String({ description: 'What the data is processed for.' }),
  textVersion: Type.String({ description: 'The text that was agreed to.' }),
  givenBy: Type.String({ description: 'Person id: the person, or a guardian for them.' }),
  givenAt: moment,
  until: moment,
  thirdParties: Type.Array(Type.String({ description: 'Who else sees the data.' })),
  withdrawnAt: nullable(moment),
  withdrawnBy: nullable(Type.String({ description: 'Person or key id.' })),
});

const query = Type.Object(
  {
    ...pageQuery,
    person: Type.Optional(id),
    purpose: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    live: Type.Optional(
      Type.Boolean({ description: 'Only those in force now, or only those that are not.' }),
    ),
  },
  closed,
);

const list = {
  operationId: 'listConsents',
  tags: ['people'],
  summary: 'Consents to data processing, by person (operators)',
  querystring: query,
  response: { 200: pageSchema(consent) },
};

const one = {
  operationId: 'readConsent',
  tags: ['people'],
  summary: 'One consent (operators)',
  params: idParams,
  response: { 200: consent },
};

const withdraw = {
  operationId: 'withdrawConsent',
  tags: ['people'],
  summary: "Withdraw a person's consent for a purpose at their wish: what runs by it ends (operators)",
  params: idParams,
  body: Type.Object(
    { ground: word(['asked-by-the-person', 'asked-by-a-guardian', 'given-in-error']) },
    closed,
  ),
  response: { 200: consent },
};

export const consentRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/consents', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await consentsSeenBy(engine, actorOf(request), wanted, page), consentOf);
    });

    app.get('/consents/:id', { schema: one }, async (request, reply) => {
      const found = await consentSeenBy(engine, actorOf(request), request.params.id);
      tagged(reply, found.v);
      return consentOf(found);
    });

    app.post('/consents/:id/withdrawal', { schema: withdraw }, async (request, reply) => {
      const actor = actorOf(request);
      const { person, purpose, v } = await consentSeenBy(engine, actor, request.params.id);
      unchanged(request, v);
      const { ground } = request.body;
      unwrap(await withdrawConsent(engine, commandOf(request), { person: person.id, purpose, ground }));
      const after = await consentSeenBy(engine, actor, request.params.id);
      tagged(reply, after.v);
      return consentOf(after);
    });
  };

const consentOf = ({ v: _v, ...row }: ConsentRow) => ({
  ...row,
  thirdParties: [...row.thirdParties],
  givenAt: iso(row.givenAt),
  until: iso(row.until),
  withdrawnAt: isoOrNull(row.withdrawnAt),
});
