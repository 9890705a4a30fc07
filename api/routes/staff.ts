// Staff: who holds which role, and inviting people to one by a one-time link.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { roles } from '../../engine/kernel/actor.ts';
import { inviteStaff } from '../../engine/people/staff.ts';
import { staffSeenBy } from '../../engine/people/staff-register.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, granted } from './asking.ts';
import { closed, search, word } from './parts.ts';

const staffRoles = [
  'head',
  'coordinator',
  'accreditor',
  'financial-centre',
  'registrar',
  'operator',
] as const;

const held = <const R extends string>(role: R, scope: string) =>
  Type.Object({ role: Type.Literal(role), scope: Type.String({ pattern: `^(${scope})$` }) }, closed);

/** Each role is held within scopes of its own kind. */
const invitation = Type.Union([
  held('head', 'organisation:\\d{12}'),
  held('coordinator', 'organisation:\\d{12}'),
  held('accreditor', 'region:\\d{2}|network:nvs'),
  held('registrar', 'university:[a-z0-9-]{1,20}'),
  held('financial-centre', 'all'),
  held('operator', 'all'),
]);

const member = Type.Object({
  id: Type.String(),
  name: Type.String(),
  language: Type.String(),
  grants: Type.Array(Type.Object({ role: word(roles), scope: Type.String() })),
});

const query = Type.Object(
  { ...pageQuery, role: Type.Optional(word(staffRoles)), q: Type.Optional(search) },
  closed,
);

const list = {
  operationId: 'listStaff',
  tags: ['people'],
  summary: 'Staff with their roles: everyone for operators, their own people for heads',
  querystring: query,
  response: { 200: pageSchema(member) },
};

const invite = {
  operationId: 'inviteStaff',
  tags: ['people'],
  summary: 'Invite someone to a role: the answer holds a link that works once and is shown once',
  body: invitation,
  response: { 201: Type.Object({ link: Type.String({ format: 'uri' }) }) },
};

export const staffRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/staff', { schema: list }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = await staffSeenBy(engine, actorOf(request), wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, ({ grants, ...row }) => ({ ...row, grants: [...grants] }));
    });

    app.post('/staff/invitations', { schema: invite }, async (request, reply) => {
      const secret = granted(await inviteStaff(engine, commandOf(request), request.body));
      const link = engine.links.start('staff', secret);
      return reply.code(201).header('cache-control', 'no-store').send({ link });
    });
  };
