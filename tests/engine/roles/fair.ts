// A programme with roles of every sort: taken by oneself, invited to at the participant's desk, reaching into other scopes.
import type { Grant, Role } from '../../../engine/kernel/actor.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { RoleDeclaration } from '../../../engine/parts/role.ts';
import type { ScopeKind } from '../../../engine/parts/scope.ts';
import type { EngineContext, Programme } from '../../../engine/programmes/programme.ts';
import { programmes as product } from '../../../engine/programmes/registry.ts';
import { tiny } from '../../tiny/engine/programmes/tiny/programme.ts';

declare module '../../../engine/kernel/actor.ts' {
  interface RoleNames {
    readonly 'walk-leader': true;
    readonly 'walk-guide': true;
    readonly 'walk-warden': true;
    readonly 'walk-school': true;
  }
}

const staff = { desk: 'staff', staff: true } as const;
const participant = { desk: 'participant', staff: false } as const;
const title = 'tiny:title';

/** School → its region. */
const schools: Readonly<Record<string, string>> = { birch: '71', oak: '75' };

export const fairRoles: readonly RoleDeclaration<EngineContext>[] = [
  { ...participant, id: 'walk-leader', title, scopes: ['walk:[a-z]{1,9}'] },
  { ...participant, id: 'walk-guide', title, scopes: ['walk:[a-z]{1,9}'], invitedBy: ['walk-leader'] },
  { ...staff, id: 'walk-warden', title, scopes: ['region:\\d{2}'] },
  {
    ...{ ...staff, id: 'walk-school', title, scopes: ['school:[a-z]+'], invitedBy: ['walk-warden'] },
    reaches: async (_ctx, from, to) => from === `region:${schools[to.slice('school:'.length)]}`,
  },
];

const label = (id: string) => text('common:plain', { value: id });
const scopeKinds: readonly ScopeKind<EngineContext>[] = [
  {
    kind: 'school',
    question: 'tiny:title',
    options: async () => Object.keys(schools).map((id) => ({ id, label: label(id) })),
    named: async (_ctx, id) => label(id),
  },
];

const fair: Programme = { ...tiny, roles: fairRoles, scopeKinds };
export const programmes: readonly Programme[] = [...product, fair];

export const held = (role: Role, scope: string): Grant => ({ role, scope });
