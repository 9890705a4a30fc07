// Reports on finished hours, for the heads who approve them.
import Type from 'typebox';
import {
  creditStates,
  decideReport,
  type Placed,
  type ReportRow,
  refuseForeignCase,
  reportReview,
  reportsSeenBy,
} from '../../../engine/programmes/credit/programme.ts';
import { readingOf } from '../../../engine/reviews/refresh.ts';
import { decision } from '../factories/decision.ts';
import { list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import { bin, closed, id, iso, isoOrNull, moment, nullable, personRef, reason, word } from '../parts.ts';

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

const answer = Type.Union([
  Type.Object({ approve: Type.Literal(true) }, closed),
  Type.Object({ approve: Type.Literal(false), comment: reason }, closed),
]);

const reportOf = (row: Placed<ReportRow>) => ({
  ...row,
  photos: row.media.length,
  sentAt: iso(row.sentAt),
  decidedAt: isoOrNull(row.decidedAt),
});

export const reports = together(
  list({
    path: '/reports',
    operationId: 'listReports',
    tag: 'credit',
    summary: 'Reports at the organisations that you may see',
    filters: {
      student: Type.Optional(id),
      organisation: Type.Optional(bin),
      state: Type.Optional(word(creditStates)),
    },
    item: report,
    rows: reportsSeenBy,
    show: reportOf,
  }),
  decision({
    path: '/reports',
    operationId: 'decideReport',
    tag: 'credit',
    summary: 'Approve a report, or return it with a comment (head of the organisation)',
    body: answer,
    answer: Type.Object({ id: Type.String(), state: word(creditStates) }),
    see: async (engine, actor, creditId) => {
      await refuseForeignCase(engine, actor, 'credit', creditId);
      return (await readingOf(engine, reportReview, creditId))?.version ?? null;
    },
    decide: (engine, command, creditId, body) => decideReport(engine, command, { creditId, ...body }),
    show: async (_engine, _actor, creditId, body) => ({
      id: creditId,
      state: body.approve ? ('approved' as const) : ('report-returned' as const),
    }),
  }),
);
