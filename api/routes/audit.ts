// The audit chain of one document, with the result of checking it; for operators.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { holds } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { auditFaults } from '../../engine/store/audit.ts';
import { auditOf } from '../../engine/store/audit-log.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf } from './asking.ts';
import { auditRow, auditRowOf } from './audit-schema.ts';
import { closed, word } from './parts.ts';

const query = Type.Object(
  {
    ...pageQuery,
    document: Type.String({
      pattern: '^[a-z_]+/.+$',
      maxLength: 200,
      description: 'Owner collection and id, e.g. `people/abc`.',
    }),
  },
  closed,
);

const answer = Type.Object({
  ...pageSchema(auditRow).properties,
  intact: Type.Boolean({ description: 'Every record of the whole chain is there and unaltered.' }),
  faults: Type.Array(Type.Object({ id: Type.String(), fault: word(['gap', 'altered', 'unlinked']) })),
});

const schema = {
  operationId: 'readAudit',
  tags: ['audit'],
  summary: 'Audit records of a document, oldest first, and whether its chain is whole (operators)',
  querystring: query,
  response: { 200: answer },
};

export const auditRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/audit', { schema }, async (request) => {
      if (!holds(actorOf(request), 'operator', 'all'))
        throw new AppError('forbidden', 'the audit log is for operators');
      const { document, ...wanted } = request.query;
      const faults = await auditFaults(engine, document);
      const page = await auditOf(engine, document, pageRequest(wanted));
      return { ...pageAnswer(page, auditRowOf), intact: faults.length === 0, faults: [...faults] };
    });
  };
