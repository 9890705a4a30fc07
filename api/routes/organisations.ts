// Host organisations: the register, and their accreditation by whoever decides on each.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type, { type Static } from 'typebox';
import { type AccreditationDecision, decideAccreditation } from '../../engine/organisations/accreditation.ts';
import { documentSeenBy } from '../../engine/organisations/documents.ts';
import { organisationSeenBy, organisationsSeenBy } from '../../engine/organisations/register.ts';
import {
  accreditationStates,
  type Organisation,
  organisationKinds,
} from '../../engine/organisations/store.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { attached } from '../attachment.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOfSeen, tagged, unwrap } from './asking.ts';
import {
  bin,
  closed,
  id,
  iso,
  isoOrNull,
  moment,
  nullable,
  reason,
  regionCode,
  search,
  word,
} from './parts.ts';

const organisation = Type.Object({
  bin: Type.String(),
  name: Type.String(),
  kind: word(organisationKinds),
  region: Type.String(),
  address: Type.String(),
  activities: Type.Array(Type.String()),
  contact: Type.String(),
  headId: Type.String(),
  documents: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      mime: Type.String(),
      size: Type.Integer(),
      at: moment,
    }),
  ),
  headConfirmedAt: nullable(moment),
  accreditation: word(accreditationStates),
  reason: nullable(Type.String()),
  decidedAt: nullable(moment),
  createdAt: moment,
});

const query = Type.Object(
  {
    ...pageQuery,
    accreditation: Type.Optional(word(accreditationStates)),
    kind: Type.Optional(word(organisationKinds)),
    region: Type.Optional(regionCode),
    q: Type.Optional(search),
  },
  closed,
);

const decision = Type.Union([
  Type.Object({ decision: Type.Literal('accredit') }, closed),
  Type.Object({ decision: Type.Literal('refuse'), reason }, closed),
  Type.Object({ decision: Type.Literal('revoke'), reason }, closed),
]);

const params = Type.Object({ bin }, closed);

const list = {
  operationId: 'listOrganisations',
  tags: ['organisations'],
  summary: 'Organisations that you may see, by name',
  querystring: query,
  response: { 200: pageSchema(organisation) },
};

const one = {
  operationId: 'readOrganisation',
  tags: ['organisations'],
  summary: 'One organisation',
  params,
  response: { 200: organisation },
};

const document = {
  operationId: 'readOrganisationDocument',
  tags: ['organisations'],
  summary: 'A document of the application, as a file (its accreditor, operators)',
  params: Type.Object({ bin, id }, closed),
  response: {
    200: {
      description: 'The file as it was sent.',
      content: { '*/*': { schema: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) } },
    },
  },
};

const accredit = {
  operationId: 'decideAccreditation',
  tags: ['organisations'],
  summary: 'Accredit an organisation, refuse or revoke it with a reason (its accreditor)',
  params,
  body: decision,
  response: { 200: organisation },
};

export const organisationRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/organisations', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await organisationsSeenBy(engine, actorOf(request), wanted, page), organisationOf);
    });

    app.get('/organisations/:bin', { schema: one }, async (request, reply) => {
      const found = await organisationSeenBy(engine, actorOf(request), request.params.bin);
      tagged(reply, found.v);
      return organisationOf(found);
    });

    app.get('/organisations/:bin/documents/:id', { schema: document }, async (request, reply) => {
      const { bin: which, id: media } = request.params;
      const { name, mime, bytes } = await documentSeenBy(engine, actorOf(request), which, media);
      return attached(reply, name, mime).send(bytes);
    });

    app.post('/organisations/:bin/accreditation', { schema: accredit }, async (request) => {
      const { bin: which } = request.params;
      const { v } = await organisationSeenBy(engine, actorOf(request), which);
      const decided = decisionOf(request.body);
      unwrap(await decideAccreditation(engine, commandOfSeen(request, v), which, decided));
      return organisationOf(await organisationSeenBy(engine, actorOf(request), which));
    });
  };

function decisionOf(body: Static<typeof decision>): AccreditationDecision {
  if (body.decision === 'accredit') return { accredit: true };
  const as = body.decision === 'refuse' ? 'refused' : 'revoked';
  return { accredit: false, reason: body.reason, as };
}

const organisationOf = ({ _id, ...row }: Organisation) => ({
  ...row,
  bin: _id,
  documents: (row.documents ?? []).map(({ media, name, mime, size, at }) => ({
    ...{ id: media, name, mime, size },
    at: iso(at),
  })),
  headConfirmedAt: isoOrNull(row.headSignature?.at ?? null),
  decidedAt: isoOrNull(row.decidedAt),
  createdAt: iso(row.createdAt),
});
