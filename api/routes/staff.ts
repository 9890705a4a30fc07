// Staff: who holds which role, and inviting people to one by a one-time link.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Role } from '../../engine/kernel/actor.ts';
import { staffSeenBy } from '../../engine/people/staff-register.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { operates } from '../../engine/programmes/giving-roles.ts';
import { invitationLink, inviteStaff, removeStaff } from '../../engine/programmes/invitations.ts';
import { rolesOf } from '../../engine/programmes/rooms.ts';
import { grantSchema, invitableGrantOf } from '../auth/grant-schema.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, unwrap } from './asking.ts';
import { closed, idParams, search, word } from './parts.ts';

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
  summary:
    'Staff with their roles: everyone for operators, those of a programme for its operators, their own people for heads',
  querystring: queryOf(roles),
  response: { 200: pageSchema(member) },
});

const inviteOf = (engine: EngineContext) => ({
  operationId: 'inviteStaff',
  tags: ['people'],
  summary: 'Invite someone to a role: the answer holds a link that works once and is shown once',
  body: invitableGrantOf(rolesOf(engine)),
  response: { 201: Type.Object({ link: Type.String({ format: 'uri' }) }) },
});

const removeOf = (engine: EngineContext) => ({
  operationId: 'removeStaff',
  tags: ['people'],
  summary: 'Take a role from someone (whoever may give it); what was assigned to them is their role’s again',
  params: idParams,
  body: invitableGrantOf(rolesOf(engine)),
  response: {
    200: Type.Object({ id: Type.String(), role: word([...rolesOf(engine).keys()]), scope: Type.String() }),
  },
});

export const staffRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const staff = [...rolesOf(engine).values()].filter((role) => role.staff).map(({ id }) => id);
    app.get('/staff', { schema: listOf(staff) }, async (request) => {
      const { limit, cursor, role, ...search } = request.query;
      const actor = actorOf(request);
      const led = staff.filter((each) => operates(engine, actor, each));
      const seen = led.length > 0 ? led : staff;
      const roles = seen.filter((each) => role === undefined || each === role);
      const wanted = { ...search, roles, everywhere: led.length > 0 };
      const page = await staffSeenBy(engine, actor, wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, ({ grants, ...row }) => ({ ...row, grants: [...grants] }));
    });

    app.post('/staff/:id/removal', { schema: removeOf(engine) }, async (request) => {
      const { id } = request.params;
      const grant = unwrap(await removeStaff(engine, commandOf(request), id, request.body));
      return { id, ...grant };
    });

    app.post('/staff/invitations', { schema: inviteOf(engine) }, async (request, reply) => {
      const secret = unwrap(await inviteStaff(engine, commandOf(request), request.body));
      const link = invitationLink(engine, request.body, secret);
      return reply.code(201).header('cache-control', 'no-store').send({ link });
    });
  };
