// Staff: who holds which role, and inviting people to one by a one-time link.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Role } from '../../engine/kernel/actor.ts';
import { inviteStaff } from '../../engine/people/staff.ts';
import { staffSeenBy } from '../../engine/people/staff-register.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { rolesOf } from '../../engine/programmes/rooms.ts';
import { grantSchema, staffGrantOf } from '../auth/grant-schema.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, unwrap } from './asking.ts';
import { closed, search, word } from './parts.ts';

const member = Type.Object({
  id: Type.String(),
  name: Type.String(),
  language: Type.String(),
  grants: Type.Array(grantSchema),
});

const queryOf = (roles: readonly Role[]) =>
  Type.Object({ ...pageQuery, role: Type.Optional(word(roles)), q: Type.Optional(search) }, closed);

const listOf = (roles: readonly Role[]) => ({
  operationId: 'listStaff',
  tags: ['people'],
  summary: 'Staff with their roles: everyone for operators, their own people for heads',
  querystring: queryOf(roles),
  response: { 200: pageSchema(member) },
});

const inviteOf = (engine: EngineContext) => ({
  operationId: 'inviteStaff',
  tags: ['people'],
  summary: 'Invite someone to a role: the answer holds a link that works once and is shown once',
  body: staffGrantOf(rolesOf(engine)),
  response: { 201: Type.Object({ link: Type.String({ format: 'uri' }) }) },
});

export const staffRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const staff = [...rolesOf(engine).values()].filter((role) => role.staff).map(({ id }) => id);
    app.get('/staff', { schema: listOf(staff) }, async (request) => {
      const { limit, cursor, role, ...search } = request.query;
      const wanted = { ...search, roles: role === undefined ? staff : [role] };
      const page = await staffSeenBy(engine, actorOf(request), wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, ({ grants, ...row }) => ({ ...row, grants: [...grants] }));
    });

    app.post('/staff/invitations', { schema: inviteOf(engine) }, async (request, reply) => {
      const secret = unwrap(await inviteStaff(engine, commandOf(request), request.body));
      const link = engine.links.start('staff', secret);
      return reply.code(201).header('cache-control', 'no-store').send({ link });
    });
  };
