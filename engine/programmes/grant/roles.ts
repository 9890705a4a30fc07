// The roles of the grant programme: a project's team at the grantee's, and the four who sign at the grantor's. Nobody stands on both
// sides.
import type { Role } from '../../kernel/actor.ts';
import type { RoleDeclaration } from '../../parts/role.ts';

declare module '../../kernel/actor.ts' {
  interface RoleNames {
    readonly 'grant-lead': true;
    readonly 'grant-president': true;
    readonly 'grant-manager': true;
    readonly 'grant-accountant': true;
    readonly 'grant-pr': true;
    readonly 'grant-chief-manager': true;
    readonly 'grant-director': true;
    readonly 'grant-deputy-chair': true;
    readonly 'grant-chair': true;
  }
}

/** In the order in which they sign. */
export const grantorRoles = [
  'grant-chief-manager',
  'grant-director',
  'grant-deputy-chair',
  'grant-chair',
] as const satisfies readonly Role[];
export type GrantorRole = (typeof grantorRoles)[number];

/** Whom the lead invites. */
export const invitedRoles = [
  'grant-president',
  'grant-manager',
  'grant-accountant',
  'grant-pr',
] as const satisfies readonly Role[];
export type InvitedRole = (typeof invitedRoles)[number];

export const teamRoles = ['grant-lead', ...invitedRoles] as const satisfies readonly Role[];
export type TeamRole = (typeof teamRoles)[number];

export const projectScope = (project: string): string => `project:${project}`;

const OF_PROJECT = ['project:[a-f0-9]{16}'];
const title = (id: Role): string => `grant:role.${id}`;
const next = (id: Role): string => `grant:next.${id}`;

const teamMember = (id: InvitedRole): RoleDeclaration => ({
  ...{ id, title: title(id), next: next(id), desk: 'participant', staff: true, scopes: OF_PROJECT },
  invitedBy: ['grant-lead'],
});

const grantor = (id: GrantorRole): RoleDeclaration => ({
  ...{ id, title: title(id), next: next(id), desk: 'staff', staff: true, scopes: ['all'] },
  ...(id !== 'grant-chief-manager' && { invitedBy: ['grant-chief-manager'] }),
  apartFrom: [...teamRoles],
});

export const roles: readonly RoleDeclaration[] = [
  { id: 'grant-lead', title: title('grant-lead'), desk: 'participant', staff: false, scopes: OF_PROJECT },
  ...invitedRoles.map(teamMember),
  ...grantorRoles.map(grantor),
];
