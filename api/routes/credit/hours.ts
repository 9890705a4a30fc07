// Hours that students reported, for the coordinators who confirm them.
import Type from 'typebox';
import {
  decideHours,
  entryStates,
  type HoursRow,
  hoursReview,
  hoursSeenBy,
  type Placed,
  refuseForeignCase,
} from '../../../engine/programmes/credit/programme.ts';
import { decision } from '../factories/decision.ts';
import { list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import {
  bin,
  civilDay,
  closed,
  id,
  iso,
  isoOrNull,
  moment,
  nullable,
  personRef,
  reason,
  word,
} from '../parts.ts';

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

const answer = Type.Union([
  Type.Object({ confirm: Type.Literal(true) }, closed),
  Type.Object({ confirm: Type.Literal(false), reason }, closed),
]);

const entryOf = (row: Placed<HoursRow>) => ({
  ...row,
  photos: row.media.length,
  reportedAt: iso(row.reportedAt),
  decidedAt: isoOrNull(row.decidedAt),
});

export const hours = together(
  list({
    path: '/hours',
    operationId: 'listHours',
    tag: 'credit',
    summary: 'Hours reported by students, at the organisations that you may see',
    filters: {
      student: Type.Optional(id),
      organisation: Type.Optional(bin),
      state: Type.Optional(word(entryStates)),
    },
    item: entry,
    rows: hoursSeenBy,
    show: entryOf,
  }),
  decision({
    path: '/hours',
    operationId: 'decideHours',
    tag: 'credit',
    summary: 'Confirm reported hours, or return them with a reason (coordinator of the organisation)',
    body: answer,
    answer: Type.Object({ id: Type.String(), state: word(entryStates) }),
    see: async (engine, actor, entryId) => {
      await refuseForeignCase(engine, actor, 'entry', entryId);
      return (await hoursReview.read(engine, entryId)).version;
    },
    decide: (engine, command, entryId, body) => decideHours(engine, command, { entryId, ...body }),
    show: async (_engine, _actor, entryId, body) => ({
      id: entryId,
      state: body.confirm ? ('confirmed' as const) : ('returned' as const),
    }),
  }),
);
