// Hours that students reported, for the coordinators who confirm them.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import {
  decideHours,
  entryStates,
  type HoursRow,
  hoursSeenBy,
  type Placed,
  refuseForeignCase,
} from '../../engine/programmes/credit/programme.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, granted } from './asking.ts';
import {
  bin,
  civilDay,
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

const entry = Type.Object({
  id: Type.String(),
  creditId: Type.String(),
  projectId: Type.String(),
  organisationId: Type.String(),
  student: personRef,
  date: civilDay,
  start: Type.String({ description: 'HH:MM, when the work began.' }),
  minutes: Type.Integer(),
  what: Type.String(),
  photos: Type.Integer({ description: 'How many pictures were sent with it.' }),
  state: word(entryStates),
  reportedAt: moment,
  decidedAt: nullable(moment),
  reason: nullable(Type.String()),
});

const decision = Type.Union([
  Type.Object({ confirm: Type.Literal(true) }, closed),
  Type.Object({ confirm: Type.Literal(false), reason }, closed),
]);

const query = Type.Object(
  {
    ...pageQuery,
    student: Type.Optional(id),
    organisation: Type.Optional(bin),
    state: Type.Optional(word(entryStates)),
  },
  closed,
);

const list = {
  operationId: 'listHours',
  tags: ['credit'],
  summary: 'Hours reported by students, at the organisations that you may see',
  querystring: query,
  response: { 200: pageSchema(entry) },
};

const decide = {
  operationId: 'decideHours',
  tags: ['credit'],
  summary: 'Confirm reported hours, or return them with a reason (coordinator of the organisation)',
  params: idParams,
  body: decision,
  response: { 200: Type.Object({ id: Type.String(), state: word(entryStates) }) },
};

export const hoursRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/hours', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = pageRequest({ limit, cursor });
      return pageAnswer(await hoursSeenBy(engine, actorOf(request), wanted, page), entryOf);
    });

    app.post('/hours/:id/decision', { schema: decide }, async (request) => {
      const { id: entryId } = request.params;
      await refuseForeignCase(engine, actorOf(request), 'entry', entryId);
      granted(await decideHours(engine, commandOf(request), { entryId, ...request.body }));
      return { id: entryId, state: request.body.confirm ? ('confirmed' as const) : ('returned' as const) };
    });
  };

const entryOf = (row: Placed<HoursRow>) => ({
  ...row,
  photos: row.media.length,
  reportedAt: iso(row.reportedAt),
  decidedAt: isoOrNull(row.decidedAt),
});
