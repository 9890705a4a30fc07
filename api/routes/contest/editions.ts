// Editions of the contest: by what each decides, and what is reported of its year and not used. Operators open new ones.
import Type from 'typebox';
import {
  allEditions,
  type Edition,
  editionOf,
  openEdition,
  reportedFor,
} from '../../../engine/programmes/contest/programme.ts';
import { commandOf, unwrap } from '../asking.ts';
import { card } from '../factories/card.ts';
import { list } from '../factories/list.ts';
import { described, type Routes, together } from '../factories/route.ts';
import { civilDay, closed, iso, moment, nullable, regionCode } from '../parts.ts';

const days = {
  announced: civilDay,
  internalEnds: civilDay,
  submissionEnds: civilDay,
  regionalEnds: civilDay,
  packageEnds: civilDay,
  republicanBegins: civilDay,
  republicanEnds: civilDay,
};
const count = (least: number) => Type.Integer({ minimum: least, maximum: 1_000 });
const seats = Type.Object({ college: count(1), region: count(1) }, closed);

const edition = Type.Object({
  ...{ id: Type.String(), year: Type.Integer(), calendar: Type.Object(days) },
  regions: Type.Array(Type.String()),
  seats,
  laureates: nullable(Type.Integer({ description: 'Null: every winner of a region.' })),
  groundDocuments: Type.Boolean(),
  exclusionYears: Type.Integer(),
  publicationsTarget: Type.Integer(),
  openedAt: moment,
  reported: Type.Array(
    Type.Object({ name: Type.String(), value: Type.String(), from: civilDay, note: nullable(Type.String()) }),
    { description: 'Known from elsewhere and not confirmed: shown, never used.' },
  ),
});

const fresh = Type.Object(
  {
    year: Type.Integer({ minimum: 2019, maximum: 2100 }),
    calendar: Type.Optional(Type.Partial(Type.Object(days), closed)),
    seats: Type.Optional(seats),
    laureates: Type.Optional(nullable(count(1))),
    groundDocuments: Type.Optional(Type.Boolean()),
    exclusionYears: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
    publicationsTarget: Type.Optional(count(0)),
    regions: Type.Optional(Type.Array(regionCode, { minItems: 1, uniqueItems: true })),
  },
  closed,
);

type Shown = Edition & { readonly reported: ReturnType<typeof reportedFor> };

const show = ({ _id, openedAt, reported, ...kept }: Shown) => ({
  ...{ id: _id, year: kept.year, calendar: kept.calendar, regions: kept.regions, seats: kept.seats },
  ...{ laureates: kept.laureates, groundDocuments: kept.groundDocuments },
  ...{ exclusionYears: kept.exclusionYears, publicationsTarget: kept.publicationsTarget },
  ...{ openedAt: iso(openedAt), reported: [...reported] },
});

const open = {
  ...described({
    operationId: 'openContestEdition',
    tag: 'contest',
    summary: 'Open the edition of a year, by its parameters and what is set otherwise (operators)',
  }),
  body: fresh,
  response: { 201: edition },
};

const pointers = {
  'contest.edition-known': '/year',
  'contest.calendar-order': '/calendar',
  'contest.no-seats': '/seats',
};

const opening: Routes = (engine) => async (app) => {
  app.post('/editions', { schema: open as object }, async (request, reply) => {
    const wish = request.body as Parameters<typeof openEdition>[2];
    const id = unwrap(await openEdition(engine, commandOf(request), wish), pointers);
    const found = await editionOf(engine, id);
    reply.code(201).header('location', `${app.prefix}/editions/${id}`);
    return show({ ...found, reported: reportedFor(engine, found.year) });
  });
};

export const editions = together(
  list({
    path: '/editions',
    operationId: 'listContestEditions',
    tag: 'contest',
    summary: 'Editions, the newest first',
    filters: {},
    item: edition,
    rows: async (engine) => ({
      items: (await allEditions(engine)).map((each) => ({
        ...each,
        reported: reportedFor(engine, each.year),
      })),
      next: null,
    }),
    show,
  }),
  card({
    path: '/editions',
    operationId: 'readContestEdition',
    tag: 'contest',
    summary: 'One edition',
    item: edition,
    read: async (engine, _request, id) => {
      const found = await editionOf(engine, id);
      return { version: found.v, shown: show({ ...found, reported: reportedFor(engine, found.year) }) };
    },
  }),
  opening,
);
