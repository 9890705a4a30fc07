// Payouts, for the Financial Centre. The account is opened on the single resource only, for that role only,
// and every reading of it is in the student's audit chain.
import Type from 'typebox';
import {
  accountOfPayout,
  type OfStudent,
  payoutSeenBy,
  payoutStates,
  payoutsSeenBy,
  settlePayout,
} from '../../../engine/programmes/credit/programme.ts';
import { actorOf, readingOf } from '../asking.ts';
import { card } from '../factories/card.ts';
import { decision } from '../factories/decision.ts';
import { exported, list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import {
  bin,
  closed,
  id,
  iso,
  isoOrNull,
  moment,
  nullable,
  personRef,
  reason,
  visible,
  word,
} from '../parts.ts';
import { payoutTable } from './payout-table.ts';

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

type Payout = Awaited<ReturnType<typeof payoutSeenBy>>;

const payoutOf = ({ _id, ...row }: OfStudent<Payout>) => ({
  ...row,
  id: _id,
  orderedAt: iso(row.orderedAt),
  decidedAt: isoOrNull(row.decidedAt),
});

const rows = { path: '/payouts', tag: 'money', filters, rows: payoutsSeenBy };

export const payouts = together(
  list({
    ...rows,
    operationId: 'listPayouts',
    summary: 'Payouts, oldest order first (Financial Centre, operators)',
    item: payout,
    show: payoutOf,
  }),
  exported({
    ...rows,
    operationId: 'exportPayouts',
    summary: 'The same payouts as a file, without accounts',
    table: payoutTable,
  }),
  card({
    path: '/payouts',
    operationId: 'readPayout',
    tag: 'money',
    summary: 'One payout; with the account to pay to for the Financial Centre, which is noted',
    item: payoutWithAccount,
    secret: true,
    read: async (engine, request, creditId) => {
      const found = await payoutSeenBy(engine, actorOf(request), creditId);
      const account = await accountOfPayout(engine, readingOf(request), found);
      return { version: found.v, shown: { ...payoutOf(found), account } };
    },
  }),
  decision({
    path: '/payouts',
    verb: 'outcome',
    operationId: 'settlePayout',
    tag: 'money',
    summary: 'Say that a payout was paid, or why it failed (Financial Centre)',
    body: outcome,
    answer: payout,
    see: async (engine, actor, creditId) => (await payoutSeenBy(engine, actor, creditId)).v,
    decide: (engine, command, creditId, body) => settlePayout(engine, command, { creditId, ...body }),
    show: async (engine, actor, creditId) => payoutOf(await payoutSeenBy(engine, actor, creditId)),
  }),
);
