// The register of certificates, for operators: what was issued, and taking one back. Everyone else checks by number.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { revokeCertificate } from '../../engine/documents/certificates/issue.ts';
import { certificateSeenBy, certificatesSeenBy } from '../../engine/documents/certificates/see.ts';
import { type Certificate, certificateStates } from '../../engine/documents/certificates/store.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, refuseOtherVersion, tagged, unwrap } from './asking.ts';
import { civilDay, closed, id, idParams, isoOrNull, moment, nullable, reason, word } from './parts.ts';

const tags = ['documents'];
const certificate = Type.Object({
  id: Type.String(),
  number: Type.String(),
  kind: Type.String(),
  holder: Type.Object({ id: Type.String(), name: nullable(Type.String()) }),
  issuedOn: civilDay,
  state: word(certificateStates),
  revokedAt: nullable(moment),
  reason: nullable(Type.String()),
});

const list = {
  ...{ operationId: 'listCertificates', tags, summary: 'Certificates, newest first (operators)' },
  querystring: Type.Object(
    {
      ...pageQuery,
      kind: Type.Optional(Type.String({ maxLength: 60 })),
      state: Type.Optional(word(certificateStates)),
      holder: Type.Optional(id),
    },
    closed,
  ),
  response: { 200: pageSchema(certificate) },
};
const one = {
  ...{ operationId: 'readCertificate', tags, summary: 'One certificate (operators)', params: idParams },
  response: { 200: certificate },
};
const revoke = {
  ...{ operationId: 'revokeCertificate', tags, params: idParams },
  summary: 'Take a certificate back: its number then says so (operators)',
  body: Type.Object({ reason }, closed),
  response: { 200: certificate },
};

export const certificateRoutes =
  (ctx: StoreContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/certificates', { schema: list }, async (request) => {
      const { limit, cursor, holder, ...rest } = request.query;
      const search = { ...rest, ...(holder !== undefined && { holderId: holder }) };
      const page = await certificatesSeenBy(ctx, actorOf(request), search, pageRequest({ limit, cursor }));
      return pageAnswer(page, rowOf);
    });

    app.get('/certificates/:id', { schema: one }, async (request, reply) => {
      const found = await certificateSeenBy(ctx, actorOf(request), request.params.id);
      tagged(reply, found.v);
      return rowOf(found);
    });

    app.post('/certificates/:id/revocation', { schema: revoke }, async (request, reply) => {
      const { id: which } = request.params;
      refuseOtherVersion(request, (await certificateSeenBy(ctx, actorOf(request), which)).v);
      unwrap(await revokeCertificate(ctx, commandOf(request), which, request.body.reason));
      const found = await certificateSeenBy(ctx, actorOf(request), which);
      tagged(reply, found.v);
      return rowOf(found);
    });
  };

const rowOf = (found: Certificate) => ({
  ...{ id: found._id, number: found.number, kind: found.kind, issuedOn: found.issuedOn },
  holder: { id: found.holderId, name: found.holderName },
  ...{ state: found.state, revokedAt: isoOrNull(found.revokedAt), reason: found.reason },
});
