// A role in a scope, as requests and answers carry it: each role is held within scopes of its own kind.
import Type from 'typebox';
import type { Grant, Role } from '../../engine/kernel/actor.ts';
import { isInvitable, type RoleDeclaration, type Roles } from '../../engine/parts/role.ts';
import type { EngineContext } from '../../engine/programmes/programme.ts';
import { closed } from '../routes/parts.ts';

/** A role of the staff that somebody may be given. */
export const staffGrantOf = (roles: Roles<EngineContext>) =>
  Type.Unsafe<Grant>(
    Type.Union([...roles.values()].filter(({ staff }) => staff).map((role) => heldWithin(role))),
  );

/** A role that somebody may be invited to, at either desk. */
export const invitableGrantOf = (roles: Roles<EngineContext>) =>
  Type.Unsafe<Grant>(
    Type.Union([...roles.values()].filter((each) => isInvitable(each)).map((role) => heldWithin(role))),
  );

const heldWithin = ({ id, scopes }: RoleDeclaration<EngineContext>) =>
  Type.Object({ role: Type.Literal(id), scope: Type.String({ pattern: `^(${scopes.join('|')})$` }) }, closed);

/** A role as somebody holds it. */
export const grantSchema = Type.Object({
  role: Type.Unsafe<Role>(Type.String({ description: 'Id of a role.' })),
  scope: Type.String({ description: '`all`, or `<kind>:<id>`, e.g. `organisation:<bin>`, `region:<code>`.' }),
});
