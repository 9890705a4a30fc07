// Re-credits of approved credits, for the registrars of universities.
import Type from 'typebox';
import {
  decideRecredit,
  recreditSeenBy,
  recreditStates,
  recreditsSeenBy,
} from '../../../engine/programmes/credit/programme.ts';
import { actorOf } from '../asking.ts';
import { card } from '../factories/card.ts';
import { decision } from '../factories/decision.ts';
import { list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import { closed, id, iso, isoOrNull, moment, nullable, personRef, reason, word } from '../parts.ts';

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

const answer = Type.Union([
  Type.Object({ confirm: Type.Literal(true) }, closed),
  Type.Object({ confirm: Type.Literal(false), reason }, closed),
]);

const recreditOf = ({ _id, ...row }: Awaited<ReturnType<typeof recreditSeenBy>>) => ({
  ...row,
  id: _id,
  createdAt: iso(row.createdAt),
  requestedAt: isoOrNull(row.requestedAt),
  decidedAt: isoOrNull(row.decidedAt),
});

export const recredits = together(
  list({
    path: '/recredits',
    operationId: 'listRecredits',
    tag: 'credit',
    summary: 'Re-credits at the universities that you may see',
    filters: { university: Type.Optional(id), state: Type.Optional(word(recreditStates)) },
    item: recredit,
    rows: recreditsSeenBy,
    show: recreditOf,
  }),
  card({
    path: '/recredits',
    operationId: 'readRecredit',
    tag: 'credit',
    summary: 'One re-credit',
    item: recredit,
    read: async (engine, request, creditId) => {
      const found = await recreditSeenBy(engine, actorOf(request), creditId);
      return { version: found.v, shown: recreditOf(found) };
    },
  }),
  decision({
    path: '/recredits',
    operationId: 'decideRecredit',
    tag: 'credit',
    summary: 'Confirm a re-credit, or refuse it with a reason (registrar of the university)',
    body: answer,
    answer: recredit,
    see: async (engine, actor, creditId) => (await recreditSeenBy(engine, actor, creditId)).v,
    decide: (engine, command, creditId, body) => decideRecredit(engine, command, { creditId, ...body }),
    show: async (engine, actor, creditId) => recreditOf(await recreditSeenBy(engine, actor, creditId)),
  }),
);
