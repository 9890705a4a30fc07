// Projects of organisations with what is left of their places and interview times; heads publish them.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import {
  directions,
  type ProjectRow,
  projectSeenBy,
  projectStates,
  projectsSeenBy,
  publishProject,
} from '../../engine/programmes/credit/programme.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, granted, tagged } from './asking.ts';
import {
  bin,
  civilDay,
  closed,
  idParams,
  iso,
  moment,
  momentGiven,
  regionCode,
  search,
  visible,
  word,
} from './parts.ts';

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

const query = Type.Object(
  {
    ...pageQuery,
    direction: Type.Optional(word(directions)),
    region: Type.Optional(regionCode),
    organisation: Type.Optional(bin),
    state: Type.Optional(word(projectStates)),
    q: Type.Optional(search),
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

const list = {
  operationId: 'listProjects',
  tags: ['credit'],
  summary: 'Projects, those that begin first come first',
  querystring: query,
  response: { 200: pageSchema(project) },
};

const one = {
  operationId: 'readProject',
  tags: ['credit'],
  summary: 'One project, with the places and times that are left',
  params: idParams,
  response: { 200: project },
};

const publish = {
  operationId: 'publishProject',
  tags: ['credit'],
  summary: 'Publish a project of your organisation (its head)',
  body: fresh,
  response: { 201: project },
};

export const projectRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/projects', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = await projectsSeenBy(engine, actorOf(request), wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, projectOf);
    });

    app.get('/projects/:id', { schema: one }, async (request, reply) => {
      const found = await projectSeenBy(engine, actorOf(request), request.params.id);
      // Places are taken without a change of the project itself: they belong to what the tag stands for.
      tagged(reply, [found.v, found.placesLeft, ...found.slots.map((slot) => slot.left)].join('.'));
      return projectOf(found);
    });

    app.post('/projects', { schema: publish }, async (request, reply) => {
      const slots = request.body.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt) }));
      const made = await publishProject(engine, commandOf(request), { ...request.body, slots });
      const found = await projectSeenBy(engine, actorOf(request), granted(made, pointers));
      return reply.code(201).header('location', `/v1/projects/${found._id}`).send(projectOf(found));
    });
  };

const projectOf = ({ _id, ...row }: ProjectRow) => ({
  ...row,
  id: _id,
  slots: row.slots.map((slot) => ({ ...slot, startsAt: iso(slot.startsAt) })),
  createdAt: iso(row.createdAt),
});
