// Reports on finished hours, for the heads who approve them.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import {
  creditStates,
  decideReport,
  type Placed,
  type ReportRow,
  refuseForeignCase,
  reportsSeenBy,
} from '../../engine/programmes/credit/programme.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, granted } from './asking.ts';
import {
  bin,
  closed,
  id,
  idParams,
  iso,
  isoOrNull,
  moment,
  nullable,
  personRef,
  reason,
  word,
} from './parts.ts';

const report = Type.Object({
  id: Type.String({ description: 'Of the credit that is reported on.' }),
  projectId: Type.String(),
  organisationId: Type.String(),
  student: personRef,
  state: word(creditStates, 'Of the credit: `report-sent` waits for the head.'),
  text: Type.String(),
  photos: Type.Integer(),
  sentAt: moment,
  comment: nullable(Type.String()),
  decidedAt: nullable(moment),
});

const query = Type.Object(
  {
    ...pageQuery,
    student: Type.Optional(id),
    organisation: Type.Optional(bin),
    state: Type.Optional(word(creditStates)),
  },
  closed,
);

const decision = Type.Union([
  Type.Object({ approve: Type.Literal(true) }, closed),
  Type.Object({ approve: Type.Literal(false), comment: reason }, closed),
]);

const list = {
  operationId: 'listReports',
  tags: ['credit'],
  summary: 'Reports at the organisations that you may see',
  querystring: query,
  response: { 200: pageSchema(report) },
};

const decide = {
  operationId: 'decideReport',
  tags: ['credit'],
  summary: 'Approve a report, or return it with a comment (head of the organisation)',
  params: idParams,
  body: decision,
  response: { 200: Type.Object({ id: Type.String(), state: word(creditStates) }) },
};

export const reportRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/reports', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await reportsSeenBy(engine, actorOf(request), wanted, page), reportOf);
    });

    app.post('/reports/:id/decision', { schema: decide }, async (request) => {
      const { id: creditId } = request.params;
      await refuseForeignCase(engine, actorOf(request), 'credit', creditId);
      granted(await decideReport(engine, commandOf(request), { creditId, ...request.body }));
      const state = request.body.approve ? ('approved' as const) : ('report-returned' as const);
      return { id: creditId, state };
    });
  };

const reportOf = (row: Placed<ReportRow>) => ({
  ...row,
  photos: row.media.length,
  sentAt: iso(row.sentAt),
  decidedAt: isoOrNull(row.decidedAt),
});
