// The daily checkpoints of the audit trail, and the public key that checks them; for operators. Whoever keeps copies
// of them elsewhere can prove what the log said on a day.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { holds } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import {
  type Checkpoint,
  checkpointHash,
  checkpoints,
  signedText,
} from '../../engine/store/audit-checkpoints.ts';
import { pageOf } from '../../engine/store/page.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf } from './asking.ts';
import { civilDay, closed, iso, moment } from './parts.ts';

const checkpoint = Type.Object({
  day: civilDay,
  at: moment,
  previous: Type.String({ description: 'SHA-256 of the checkpoint before; empty in the first.' }),
  counts: Type.Array(
    Type.Object({
      collection: Type.String(),
      documents: Type.Integer(),
      links: Type.Integer({ description: 'Records of their chains in all.' }),
    }),
  ),
  parts: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() }), {
    description: 'Lists of the heads that moved since the checkpoint before, with their SHA-256.',
  }),
  hash: Type.String({ description: 'SHA-256 of this checkpoint: `previous` of the next.' }),
  signed: Type.String({ description: 'The text that was signed.' }),
  signature: Type.String({ description: 'Ed25519 over `signed`, base64.' }),
});

const list = {
  operationId: 'listAuditCheckpoints',
  tags: ['audit'],
  summary: 'Signed daily checkpoints of the audit trail, newest first (operators)',
  querystring: Type.Object(pageQuery, closed),
  response: { 200: pageSchema(checkpoint) },
};

const key = {
  operationId: 'readAuditKey',
  tags: ['audit'],
  summary: 'The public key of the checkpoints (operators)',
  response: {
    200: Type.Object({
      algorithm: Type.Literal('Ed25519'),
      key: Type.String({ description: 'SPKI in DER, base64.' }),
    }),
  },
};

export const checkpointRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.addHook('preHandler', async (request) => {
      if (!holds(actorOf(request), 'operator', 'all'))
        throw new AppError('forbidden', 'the audit trail is for operators');
    });

    app.get('/audit/checkpoints', { schema: list }, async (request) => {
      const order = { by: '_id', of: 'text', newestFirst: true } as const;
      const page = await pageOf(engine, checkpoints, {}, order, pageRequest(request.query));
      return pageAnswer(page, checkpointOf);
    });

    app.get('/audit/key', { schema: key }, async () => ({
      algorithm: 'Ed25519' as const,
      key: engine.sealer.checkpoints.publicKey,
    }));
  };

const checkpointOf = (each: Checkpoint) => ({
  day: each._id,
  at: iso(each.at),
  previous: each.previous,
  counts: each.counts,
  parts: each.parts,
  hash: checkpointHash(each),
  signed: signedText(each),
  signature: each.signature,
});
