// Who gives which role, by the roles' declarations: operators of everything any, operators of a programme those that it
// declares, and whoever holds an inviting role within their reach. Read by invitations, removals, menus and the API.
import { type Actor, type Grant, holds, type Role, scopesOf } from '../kernel/actor.ts';
import type { Desk } from '../kernel/chat.ts';
import { fitsScope, isInvitable, type RoleDeclaration, type Roles } from '../parts/role.ts';
import { scopeParts } from '../parts/scope.ts';
import type { EngineContext, Programme } from './programme.ts';
import { rolesOf } from './rooms.ts';

type Declared = RoleDeclaration<EngineContext>;

export const programmeScope = (id: string): string => `programme:${id}`;

/** The programme that declares a role; undefined for those of the shared rooms. */
export const programmeOf = (
  { programmes }: Pick<EngineContext, 'programmes'>,
  role: Role,
): Programme | undefined => programmes.find(({ roles = [] }) => roles.some(({ id }) => id === role));

/** As operator of everything, or of the programme that declares the role. */
export function operates(ctx: Pick<EngineContext, 'programmes'>, actor: Actor, role: Role): boolean {
  const own = programmeOf(ctx, role);
  return holds(actor, 'operator', own ? programmeScope(own.id) : 'all');
}

/** Whether an actor may give a role in a scope, and take it. */
export async function mayGive(ctx: EngineContext, actor: Actor, { role, scope }: Grant): Promise<boolean> {
  const declared = rolesOf(ctx).get(role);
  if (!declared || !isInvitable(declared) || !fitsScope(declared, scope)) return false;
  if (isNoProgramme(ctx, scope)) return false;
  return operates(ctx, actor, role) || reachesTo(ctx, actor, declared, scope);
}

/** @returns true where a role that the actor holds invites to this one, in this scope */
export async function reachesTo(
  ctx: EngineContext,
  actor: Actor,
  { invitedBy = [], reaches }: Declared,
  scope: string,
): Promise<boolean> {
  for (const from of invitedBy.flatMap((each) => scopesOf(actor, each)))
    if (reaches ? await reaches(ctx, from, scope) : from === 'all' || from === scope) return true;
  return false;
}

const isNoProgramme = ({ programmes }: EngineContext, scope: string): boolean => {
  const { kind, id } = scopeParts(scope);
  return kind === 'programme' && !programmes.some((each) => each.id === id);
};

/** The roles that an actor may give somewhere, at the desk where the role acts by which they may. */
export function rolesToGive(ctx: EngineContext, actor: Actor, desk: Desk): readonly Declared[] {
  const roles = rolesOf(ctx);
  const invites = ({ invitedBy = [] }: Declared) =>
    invitedBy.some((each) => roles.get(each)?.desk === desk && scopesOf(actor, each).length > 0);
  const leads = ({ id }: Declared) => desk === 'staff' && operates(ctx, actor, id);
  return [...roles.values()].filter((each) => isInvitable(each) && (leads(each) || invites(each)));
}

/** Roles of which nobody may hold both: whichever of the two declares it. */
export const areApart = (roles: Roles<EngineContext>, one: Role, other: Role): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([a, b]) => a && b && roles.get(a)?.apartFrom?.includes(b));

/** The first of the roles held beside which this one may not be. */
export const heldApart = (
  ctx: Pick<EngineContext, 'programmes'>,
  held: readonly Grant[],
  role: Role,
): Role | undefined => held.find((each) => areApart(rolesOf(ctx), each.role, role))?.role;
