// Students of the credit: search, and the card with decisions and their receipts.
import Type from 'typebox';
import {
  decisionsAgain,
  participantCard,
  participantsSeenBy,
} from '../../../engine/programmes/credit/programme.ts';
import { allUniversities } from '../../../engine/reference/universities.ts';
import { actorOf, languageOf } from '../asking.ts';
import { card } from '../factories/card.ts';
import { exported, list } from '../factories/list.ts';
import { described, type Routes, together } from '../factories/route.ts';
import { id, idParams, regionCode, search } from '../parts.ts';
import { decisionAgain, decisionRow } from './decisions.ts';
import { cardOf, participantCardSchema, participantRow, rowOf } from './participant-card.ts';
import { participantTable } from './participant-table.ts';

const rows = {
  path: '/participants',
  tag: 'credit',
  filters: {
    q: Type.Optional(search),
    region: Type.Optional(regionCode),
    university: Type.Optional(id),
  },
  rows: participantsSeenBy,
};

const decided = {
  ...described({
    operationId: 'rerunDecisions',
    tag: 'credit',
    summary: 'Every decision on a participant, explained, and what the rules say of it today (operators)',
  }),
  params: idParams,
  response: { 200: Type.Object({ items: Type.Array(decisionAgain) }) },
};

const decisions: Routes = (engine) => async (app) => {
  app.get('/participants/:id/decisions', { schema: decided }, async (request) => {
    const found = await decisionsAgain(engine, actorOf(request), request.params.id);
    const language = languageOf(request);
    return { items: found.map((each) => decisionRow(engine.rules, each, language)) };
  });
};

export const participants = together(
  list({
    ...rows,
    operationId: 'listParticipants',
    summary: 'Participants that you may see, by name',
    item: participantRow,
    show: rowOf,
  }),
  exported({
    ...rows,
    operationId: 'exportParticipants',
    summary: 'The same participants as a file',
    table: async (engine) =>
      participantTable(new Map((await allUniversities(engine)).map((each) => [each._id, each]))),
  }),
  card({
    path: '/participants',
    operationId: 'readParticipant',
    tag: 'credit',
    summary: 'The card of a participant: profile, where they stand, decisions with receipts',
    item: participantCardSchema,
    read: async (engine, request, personId) => {
      const actor = actorOf(request);
      const found = await participantCard(engine, actor, personId);
      return { version: found.v, shown: cardOf(actor, found) };
    },
  }),
  decisions,
);
