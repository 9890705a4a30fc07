// Projects of organisations with what is left of their places and interview times; heads publish them.
import Type from 'typebox';
import {
  directions,
  type ProjectRow,
  projectSeenBy,
  projectStates,
  projectsSeenBy,
  publishProject,
} from '../../../engine/programmes/credit/programme.ts';
import { actorOf, commandOf, unwrap } from '../asking.ts';
import { card } from '../factories/card.ts';
import { list } from '../factories/list.ts';
import { described, type Routes, together } from '../factories/route.ts';
import {
  bin,
  civilDay,
  closed,
  iso,
  moment,
  momentGiven,
  regionCode,
  search,
  visible,
  word,
} from '../parts.ts';

const project = Type.Object({
  id: Type.String(),
  organisationId: Type.String(),
  title: Type.String(),
  description: Type.String(),
  direction: word(directions),
  region: Type.String(),
  address: Type.String(),
  from: civilDay,
  to: civilDay,
  state: word(projectStates),
  places: Type.Integer(),
  placesLeft: Type.Integer(),
  slots: Type.Array(
    Type.Object({
      id: Type.String(),
      startsAt: moment,
      capacity: Type.Integer(),
      left: Type.Integer(),
    }),
  ),
  createdAt: moment,
});

const text = (maxLength: number) => Type.String({ minLength: 3, maxLength, ...visible });

const fresh = Type.Object(
  {
    organisationId: bin,
    title: text(200),
    description: text(4_000),
    direction: word(directions),
    region: regionCode,
    address: text(300),
    from: civilDay,
    to: civilDay,
    places: Type.Integer({ minimum: 1, maximum: 10_000 }),
    slots: Type.Array(
      Type.Object(
        { startsAt: momentGiven(), capacity: Type.Integer({ minimum: 1, maximum: 1_000 }) },
        closed,
      ),
      { maxItems: 200 },
    ),
  },
  closed,
);

const pointers = {
  'credit.direction-not-declared': '/direction',
  'credit.project-dates': '/to',
  'credit.project-over': '/to',
  'credit.no-slots': '/slots',
  'credit.not-accredited': '/organisationId',
};

const projectOf = ({ _id, ...row }: ProjectRow) => ({
  ...row,
  id: _id,
  slots: row.slots.map((slot) => ({ ...slot, startsAt: iso(slot.startsAt) })),
  createdAt: iso(row.createdAt),
});

/** Places are taken without a change of the project itself: they belong to what the tag stands for. */
const versionOf = ({ v, placesLeft, slots }: ProjectRow): string =>
  [v, placesLeft, ...slots.map((slot) => slot.left)].join('.');

const publish = {
  ...described({
    operationId: 'publishProject',
    tag: 'credit',
    summary: 'Publish a project of your organisation (its head)',
  }),
  body: fresh,
  response: { 201: project },
};

const publishing: Routes = (engine) => async (app) => {
  app.post('/projects', { schema: publish }, async (request, reply) => {
    const slots = request.body.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt) }));
    const made = await publishProject(engine, commandOf(request), { ...request.body, slots });
    const found = await projectSeenBy(engine, actorOf(request), unwrap(made, pointers));
    return reply.code(201).header('location', `${app.prefix}/projects/${found._id}`).send(projectOf(found));
  });
};

export const projects = together(
  list({
    path: '/projects',
    operationId: 'listProjects',
    tag: 'credit',
    summary: 'Projects, those that begin first come first',
    filters: {
      direction: Type.Optional(word(directions)),
      region: Type.Optional(regionCode),
      organisation: Type.Optional(bin),
      state: Type.Optional(word(projectStates)),
      q: Type.Optional(search),
    },
    item: project,
    rows: projectsSeenBy,
    show: projectOf,
  }),
  card({
    path: '/projects',
    operationId: 'readProject',
    tag: 'credit',
    summary: 'One project, with the places and times that are left',
    item: project,
    read: async (engine, request, projectId) => {
      const found = await projectSeenBy(engine, actorOf(request), projectId);
      return { version: versionOf(found), shown: projectOf(found) };
    },
  }),
  publishing,
);
