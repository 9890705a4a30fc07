// Staff: who holds which role, and inviting people to one by a one-time link.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { inviteStaff } from '../../engine/people/staff.ts';
import { staffSeenBy } from '../../engine/people/staff-register.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { grantSchema, staffGrant } from '../auth/grant-schema.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, unwrap } from './asking.ts';
import { closed, search, word } from './parts.ts';

const staffRoles = [
  'head',
  'coordinator',
  'accreditor',
  'financial-centre',
  'registrar',
  'operator',
] as const;

const member = Type.Object({
  id: Type.String(),
  name: Type.String(),
  language: Type.String(),
  grants: Type.Array(grantSchema),
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
  body: staffGrant,
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
      const secret = unwrap(await inviteStaff(engine, commandOf(request), request.body));
      const link = engine.links.start('staff', secret);
      return reply.code(201).header('cache-control', 'no-store').send({ link });
    });
  };
