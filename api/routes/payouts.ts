// Payouts, for the Financial Centre. The account is opened on the single resource only, for that role only,
// and every reading of it is in the student's audit chain.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import {
  accountOfPayout,
  type OfStudent,
  payoutSeenBy,
  payoutStates,
  payoutsSeenBy,
  settlePayout,
} from '../../engine/programmes/credit/programme.ts';
import { answerTable, exportAnswer, exportQuery } from '../exports/answer.ts';
import { gather } from '../exports/gather.ts';
import { payoutTable } from '../exports/payouts.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, granted, readingOf, refuseOtherVersion, tagged } from './asking.ts';
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
  visible,
  word,
} from './parts.ts';

const fields = {
  id: Type.String({ description: "The credit's id: a credit is paid once." }),
  student: personRef,
  organisationId: Type.String(),
  target: Type.Integer({ description: 'Hours of the credit.' }),
  amount: Type.Integer({ description: 'Tenge.' }),
  state: word(payoutStates),
  orderedAt: moment,
  bankReference: nullable(Type.String()),
  reason: nullable(Type.String({ description: 'Why the payment failed.' })),
  decidedAt: nullable(moment),
};
const payout = Type.Object(fields);
const payoutWithAccount = Type.Object({
  ...fields,
  account: nullable(Type.String({ description: 'IBAN; for the Financial Centre only, null for others.' })),
});

const filters = {
  student: Type.Optional(id),
  organisation: Type.Optional(bin),
  state: Type.Optional(word(payoutStates)),
};
const query = Type.Object({ ...pageQuery, ...filters }, closed);

const outcome = Type.Union([
  Type.Object(
    {
      paid: Type.Literal(true),
      bankReference: Type.String({ minLength: 1, maxLength: 100, ...visible }),
    },
    closed,
  ),
  Type.Object({ paid: Type.Literal(false), reason }, closed),
]);

const list = {
  operationId: 'listPayouts',
  tags: ['money'],
  summary: 'Payouts, oldest order first (Financial Centre, operators)',
  querystring: query,
  response: { 200: pageSchema(payout) },
};

const exported = {
  operationId: 'exportPayouts',
  tags: ['money'],
  summary: 'The same payouts as a file, without accounts',
  querystring: Type.Object({ ...exportQuery, ...filters }, closed),
  response: exportAnswer,
};

const one = {
  operationId: 'readPayout',
  tags: ['money'],
  summary: 'One payout; with the account to pay to for the Financial Centre, which is noted',
  params: idParams,
  response: { 200: payoutWithAccount },
};

const settle = {
  operationId: 'settlePayout',
  tags: ['money'],
  summary: 'Say that a payout was paid, or why it failed (Financial Centre)',
  params: idParams,
  body: outcome,
  response: { 200: payout },
};

export const payoutRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/payouts', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = await payoutsSeenBy(engine, actorOf(request), wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, payoutOf);
    });

    app.get('/payouts/export', { schema: exported }, async (request, reply) => {
      const { format, ...wanted } = request.query;
      const rows = await gather((page) => payoutsSeenBy(engine, actorOf(request), wanted, page));
      return answerTable(request, reply, format, payoutTable, rows);
    });

    app.get('/payouts/:id', { schema: one }, async (request, reply) => {
      const found = await payoutSeenBy(engine, actorOf(request), request.params.id);
      const account = await accountOfPayout(engine, readingOf(request), found);
      tagged(reply, found.v).header('cache-control', 'no-store');
      return { ...payoutOf(found), account };
    });

    app.post('/payouts/:id/outcome', { schema: settle }, async (request) => {
      const { id: creditId } = request.params;
      refuseOtherVersion(request, (await payoutSeenBy(engine, actorOf(request), creditId)).v);
      granted(await settlePayout(engine, commandOf(request), { creditId, ...request.body }));
      return payoutOf(await payoutSeenBy(engine, actorOf(request), creditId));
    });
  };

type Payout = Awaited<ReturnType<typeof payoutSeenBy>>;

const payoutOf = ({ _id, ...row }: OfStudent<Payout>) => ({
  ...row,
  id: _id,
  orderedAt: iso(row.orderedAt),
  decidedAt: isoOrNull(row.decidedAt),
});
