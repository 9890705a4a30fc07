// Every role that is given by invitation, and who of the cast gives and takes it: read from the declarations of the roles.
import fc from 'fast-check';
import type { Grant } from '../../../engine/kernel/actor.ts';
import { fitsScope, isInvitable, type RoleDeclaration } from '../../../engine/parts/role.ts';
import type { EngineContext } from '../../../engine/programmes/programme.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { rolesOf } from '../../../engine/programmes/rooms.ts';
import { cast, type Member, members } from './cast.ts';

type Declared = RoleDeclaration<EngineContext>;

export interface GivenRole {
  readonly grant: Grant;
  readonly may: readonly Member[];
}

const grantsOf = (member: Member): readonly Grant[] => cast[member].grants;

/** A scope in which somebody of the cast gives the role, where there is one. */
function scopeOf(declared: Declared): string {
  const inviting = members.flatMap(grantsOf).filter(({ role }) => declared.invitedBy?.includes(role));
  const own = inviting.find(({ scope }) => fitsScope(declared, scope))?.scope;
  const [pattern = 'all'] = declared.scopes;
  const [any = 'all'] = fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), { seed: 7, numRuns: 1 });
  return own ?? any;
}

/** Operators of everything, those of the programme that declares it, and holders of an inviting role in the same scope. */
function givers({ id, invitedBy = [], reaches }: Declared, scope: string): readonly Member[] {
  const programme = programmes.find(({ roles = [] }) => roles.some((each) => each.id === id));
  const mayBy = (held: Grant) =>
    held.role === 'operator'
      ? held.scope === 'all' || held.scope === `programme:${programme?.id}`
      : invitedBy.includes(held.role) && !reaches && held.scope === scope;
  return members.filter((member) => grantsOf(member).some(mayBy));
}

export const givenRoles: readonly GivenRole[] = [...rolesOf({ programmes }).values()]
  .filter((each) => isInvitable(each))
  .map((declared) => {
    const scope = scopeOf(declared);
    return { grant: { role: declared.id, scope }, may: givers(declared, scope) };
  });
