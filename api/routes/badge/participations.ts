// Participations of the badge programme, their schedules and their journals, to read.
import Type, { type Static } from 'typebox';
import {
  directions,
  entryStates,
  type ListedParticipation,
  levels,
  listJournal,
  listParticipations,
  participationStates,
  readParticipation,
} from '../../../engine/programmes/badge/programme.ts';
import { actorOf } from '../asking.ts';
import { card } from '../factories/card.ts';
import { exported, list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import {
  bin,
  civilDay,
  id,
  iso,
  isoOrNull,
  moment,
  nullable,
  personRef,
  regionCode,
  word,
} from '../parts.ts';
import { participationTable } from './tables.ts';

const percent = Type.Record(Type.String(), Type.Number(), { description: '0 to 100 by direction.' });
const fields = {
  id: Type.String(),
  participant: personRef,
  level: word(levels),
  state: word(participationStates),
  region: Type.String(),
  centre: Type.String(),
  mentor: Type.String(),
  startedOn: civilDay,
  activatedAt: nullable(moment),
  completedAt: nullable(moment),
  rating: nullable(Type.Number({ description: 'Percentages of the directions over their number.' })),
  percent,
};
const participation = Type.Object(fields);
const line = Type.Object({
  direction: word(directions),
  activity: Type.String(),
  weekdays: Type.Array(Type.Integer()),
  minutes: Type.Integer(),
  from: civilDay,
  to: civilDay,
});
const whole = Type.Object({
  ...fields,
  directions: Type.Array(word(directions)),
  excusedWeeks: Type.Array(Type.String()),
  schedule: Type.Array(line, { description: 'The individual schedule; empty until both have agreed.' }),
});
const entry = Type.Object({
  id: Type.String(),
  direction: Type.String(),
  date: civilDay,
  state: word(entryStates),
  madeAt: moment,
  arrivedAt: moment,
});

const filters = {
  level: Type.Optional(word(levels)),
  state: Type.Optional(word(participationStates)),
  region: Type.Optional(regionCode),
  centre: Type.Optional(bin),
  mentor: Type.Optional(id),
};

function shown(row: ListedParticipation): Static<typeof participation> {
  const { _id, person, name, activatedAt, completedAt } = row;
  const { level, state, region, centre, mentor, startedOn, rating, percent: by } = row;
  return {
    ...{ id: _id, participant: { id: person, name }, level, state, region, centre, mentor, startedOn },
    ...{ activatedAt: isoOrNull(activatedAt), completedAt: isoOrNull(completedAt), rating, percent: by },
  };
}

const rows = { path: '/participations', filters, rows: listParticipations };

export const participations = together(
  list({
    ...{ operationId: 'listBadgeParticipations', tag: 'badge', ...rows },
    summary: 'Participations of whoever is under your eye, the oldest first',
    item: participation,
    show: shown,
  }),
  exported({
    ...{ operationId: 'exportBadgeParticipations', tag: 'badge', ...rows },
    summary: 'The same as a file',
    table: participationTable,
  }),
  card({
    ...{ path: '/participations', operationId: 'readBadgeParticipation', tag: 'badge', item: whole },
    summary: 'One of them with its individual schedule',
    async read(engine, request, of) {
      const found = await readParticipation(engine, actorOf(request), of);
      const taken = found.directions.map(({ direction }) => direction);
      const schedule = found.schedule?.agreedAt ? found.schedule.lines : [];
      return {
        version: found.v,
        shown: { ...shown(found), directions: taken, excusedWeeks: found.excusedWeeks, schedule },
      };
    },
  }),
  list({
    ...{ path: '/journal-entries', operationId: 'listBadgeJournal', tag: 'badge', item: entry },
    summary: 'The journal of one participation, by arrival',
    filters: { participation: id, state: Type.Optional(word(entryStates)) },
    rows: listJournal,
    show: ({ _id, direction, date, state, madeAt, arrivedAt }) => ({
      ...{ id: _id, direction, date, state, madeAt: iso(madeAt), arrivedAt: iso(arrivedAt) },
    }),
  }),
);
