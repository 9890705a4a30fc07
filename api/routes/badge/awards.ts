// Nominations, their interviews and what became of them; the ceremony of a year.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type, { type Static } from 'typebox';
import { AppError } from '../../../engine/kernel/errors.ts';
import {
  awardStates,
  ceremonyOf,
  type ListedAward,
  levels,
  listAwards,
  nominate,
  readAward,
  setCeremony,
  setInterview,
} from '../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { actorOf, commandOf, unwrap } from '../asking.ts';
import { card } from '../factories/card.ts';
import { decision } from '../factories/decision.ts';
import { exported, list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import {
  civilDay,
  closed,
  id,
  iso,
  isoOrNull,
  moment,
  momentGiven,
  nullable,
  personRef,
  regionCode,
  visible,
  word,
} from '../parts.ts';
import { awardTable } from './tables.ts';

const award = Type.Object({
  id: Type.String({ description: 'The participation’s: a badge is given once.' }),
  nominee: personRef,
  level: word(levels),
  state: word(awardStates),
  centre: Type.String(),
  region: Type.String(),
  nominatedAt: moment,
  interviewAt: nullable(moment),
  interviewHeldAt: nullable(moment),
  awarded: nullable(Type.Boolean({ description: 'What the commission decided on the badge.' })),
  invited: nullable(Type.Boolean({ description: 'What it decided, apart from that, on the ceremony.' })),
  ceremony: nullable(Type.String({ description: 'Year of the ceremony.' })),
});

function shown(row: ListedAward): Static<typeof award> {
  const {
    _id,
    person,
    name,
    level,
    state,
    centre,
    region,
    nominatedAt,
    interview,
    decision: came,
    ceremony,
  } = row;
  return {
    ...{ id: _id, nominee: { id: person, name }, level, state, centre, region, ceremony },
    nominatedAt: iso(nominatedAt),
    ...{
      interviewAt: isoOrNull(interview?.at ?? null),
      interviewHeldAt: isoOrNull(interview?.heldAt ?? null),
    },
    ...{ awarded: came?.awarded ?? null, invited: came?.invited ?? null },
  };
}

const rows = {
  path: '/awards',
  filters: { state: Type.Optional(word(awardStates)), level: Type.Optional(word(levels)) },
  rows: listAwards,
};

const interview = Type.Object(
  { at: momentGiven(), link: Type.String({ format: 'uri', pattern: '^https://', maxLength: 300 }) },
  closed,
);

const ceremonyShape = {
  on: civilDay,
  time: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  region: regionCode,
  venue: Type.String({ minLength: 3, maxLength: 200, ...visible }),
};

/** The head of a centre proposes somebody whose level is complete; the answer is the nomination. */
const nomination =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const schema = {
      ...{ operationId: 'nominateForBadge', tags: ['badge'], response: { 200: award } },
      summary: 'Propose a participant for the badge (heads of centres)',
      body: Type.Object(
        { participation: id, grounds: Type.String({ minLength: 3, maxLength: 2_000, ...visible }) },
        closed,
      ),
    };
    app.post('/awards', { schema }, async (request) => {
      const { participation, grounds } = request.body;
      const made = unwrap(await nominate(engine, commandOf(request), participation, grounds));
      return shown(await readAward(engine, actorOf(request), made));
    });
  };

const ceremony =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const answer = { 200: Type.Object({ year: Type.String(), ...ceremonyShape }) };
    const read = { operationId: 'readBadgeCeremony', tags: ['badge'], summary: 'The ceremony of a year' };
    const params = Type.Object({ id: Type.String({ pattern: '^20\\d\\d$' }) }, closed);
    const shownOf = async (year: string) => {
      const found = await ceremonyOf(engine, year);
      if (!found) throw new AppError('not-found', `no ceremony of ${year}`);
      const { on, time, region, venue } = found;
      return { year, on, time, region, venue };
    };
    app.get('/ceremonies/:id', { schema: { ...read, params, response: answer } }, async (request) =>
      shownOf(request.params.id),
    );
    const set = {
      ...{ operationId: 'setBadgeCeremony', tags: ['badge'] },
      summary: 'Set the ceremony of a year, or move it (operators)',
    };
    const body = Type.Object(ceremonyShape, closed);
    app.post('/ceremonies', { schema: { ...set, body, response: answer } }, async (request) =>
      shownOf(unwrap(await setCeremony(engine, commandOf(request), request.body))),
    );
  };

export const awards = together(
  list({
    ...{ operationId: 'listBadgeAwards', tag: 'badge', item: award, ...rows },
    summary: 'Nominations and awards, the oldest first (operators, the commission, heads of centres)',
    show: shown,
  }),
  exported({
    ...{ operationId: 'exportBadgeAwards', tag: 'badge', ...rows },
    summary: 'The same as a file',
    table: awardTable,
  }),
  card({
    ...{ path: '/awards', operationId: 'readBadgeAward', tag: 'badge', item: award },
    summary: 'A nomination',
    async read(engine, request, id) {
      const found = await readAward(engine, actorOf(request), id);
      return { version: found.v, shown: shown(found) };
    },
  }),
  decision({
    ...{ path: '/awards', verb: 'interview', operationId: 'setBadgeInterview', tag: 'badge' },
    ...{ body: interview, answer: award },
    summary: 'Set the online interview of a nominee, or move it (the commission’s secretary)',
    see: async (engine, actor, id) => (await readAward(engine, actor, id)).v,
    decide: (engine, command, id, { at, link }) =>
      setInterview(engine, command, id, { at: new Date(at), link }),
    show: async (engine, actor, id) => shown(await readAward(engine, actor, id)),
  }),
  nomination,
  ceremony,
);
