// Publications on the contest, recorded with their address; how many there are against those expected; plans for winners.
import Type from 'typebox';
import {
  channels,
  publicationCount,
  publicationSeenBy,
  publicationsSeenBy,
  recordPublication,
  subjects,
  withdrawPublication,
} from '../../../engine/programmes/contest/programme.ts';
import { actorOf, commandOf, unwrap } from '../asking.ts';
import { decision } from '../factories/decision.ts';
import { exported, list } from '../factories/list.ts';
import { type Routes, together } from '../factories/route.ts';
import { civilDay, closed, id, iso, moment, nullable, reason, regionCode, visible, word } from '../parts.ts';
import { editionId } from './parts.ts';
import { publicationTable } from './publication-table.ts';

const tag = 'contest';
const publisher = Type.String({
  pattern: '^(all|college:[a-z0-9-]{1,20}|region:\\d{2})$',
  description: '`college:<id>`, `region:<code>`, or `all` for the Holding.',
});
const fields = {
  publisher,
  subject: word(subjects),
  channel: word(channels),
  title: Type.String({ minLength: 5, maxLength: 300, ...visible }),
  publishedOn: civilDay,
};
const publication = Type.Object({
  id: Type.String(),
  edition: Type.String(),
  ...fields,
  region: nullable(regionCode),
  link: nullable(Type.String()),
  place: nullable(Type.String()),
  pictures: Type.Integer({ description: 'How many pictures show it.' }),
  nomination: nullable(Type.String({ description: 'The winner of whom it tells.' })),
  recordedAt: moment,
  isWithdrawn: Type.Boolean(),
});

type Found = Awaited<ReturnType<typeof publicationSeenBy>>;
const publicationOf = ({ _id, edition, region, link, place, nomination, withdrawn, ...row }: Found) => ({
  ...{ id: _id, edition, region, link, place, nomination },
  ...{ publisher: row.publisher, subject: row.subject, channel: row.channel, title: row.title },
  ...{ publishedOn: row.publishedOn, pictures: row.pictures.length, recordedAt: iso(row.recordedAt) },
  isWithdrawn: withdrawn !== null,
});

const filters = {
  edition: editionId,
  region: Type.Optional(regionCode),
  subject: Type.Optional(word(subjects)),
  channel: Type.Optional(word(channels)),
  nomination: Type.Optional(id),
};
const rows = { path: '/publications', tag, filters, rows: publicationsSeenBy };

const create = {
  ...{
    operationId: 'recordContestPublication',
    tags: [tag],
    summary: 'Record what was published on the web',
  },
  body: Type.Object(
    {
      ...{ edition: editionId, ...fields },
      link: Type.String({ minLength: 8, maxLength: 1_000 }),
      nomination: Type.Optional(nullable(id)),
    },
    closed,
  ),
  response: { 201: publication },
};

export const counted = Type.Object({
  participants: Type.Integer({ description: 'On participants, in media and social networks.' }),
  target: Type.Integer({ description: 'More than this are expected.' }),
  isMet: Type.Boolean(),
  trades: Type.Integer({ description: 'On the merits of the trades: counted apart.' }),
  banners: Type.Integer(),
  byRegion: Type.Record(Type.String(), Type.Integer()),
});
const ofEdition = Type.Object({ edition: editionId }, closed);

const others: Routes = (engine) => async (app) => {
  app.post('/publications', { schema: create }, async (request, reply) => {
    const { nomination = null, ...body } = request.body;
    const none = { pictures: [], place: null };
    const made = unwrap(
      await recordPublication(engine, commandOf(request), { ...body, nomination, ...none }),
    );
    reply.code(201);
    return publicationOf(await publicationSeenBy(engine, actorOf(request), made));
  });

  const count = {
    operationId: 'countContestPublications',
    tags: [tag],
    summary: 'Publications against those expected',
  };
  app.get(
    '/publication-count',
    { schema: { ...count, querystring: ofEdition, response: { 200: counted } } },
    async (request) => publicationCount(engine, request.query.edition),
  );
};

export const publications = together(
  list({
    ...rows,
    operationId: 'listContestPublications',
    summary: 'Publications in the order of their recording, those of the own college or region, or all',
    item: publication,
    show: publicationOf,
  }),
  exported({
    ...rows,
    operationId: 'exportContestPublications',
    summary: 'The same as a file',
    table: publicationTable,
  }),
  decision({
    path: '/publications',
    verb: 'withdrawal',
    operationId: 'withdrawContestPublication',
    tag,
    summary: 'It was recorded by mistake: it counts no more and stays on record',
    body: Type.Object({ reason }, closed),
    answer: publication,
    see: async (engine, actor, of) => (await publicationSeenBy(engine, actor, of)).v,
    decide: (engine, command, of, body) => withdrawPublication(engine, command, of, body.reason),
    show: async (engine, actor, of) => publicationOf(await publicationSeenBy(engine, actor, of)),
  }),
  others,
);
