// The roles of the badge programme (§3.3). A participant and a guardian hold none: they are persons.
import type { RoleDeclaration } from '../../parts/role.ts';

declare module '../../kernel/actor.ts' {
  interface RoleNames {
    readonly mentor: true;
    readonly 'centre-head': true;
    readonly expert: true;
    readonly 'regional-coordinator': true;
    readonly partner: true;
    readonly 'award-commission': true;
  }
}

const staff = { desk: 'staff', staff: true } as const;

export const roles: readonly RoleDeclaration[] = [
  {
    ...staff,
    id: 'mentor',
    title: 'badge-staff:role.mentor',
    next: 'badge-staff:next.mentor',
    scopes: ['centre:\\d{12}'],
    invitedBy: ['centre-head'],
  },
  {
    ...staff,
    id: 'centre-head',
    title: 'badge-staff:role.centre-head',
    next: 'badge-staff:next.centre-head',
    scopes: ['centre:\\d{12}'],
  },
  {
    ...staff,
    id: 'expert',
    title: 'badge-staff:role.expert',
    next: 'badge-staff:next.expert',
    scopes: ['region:\\d{2}', 'all'],
  },
  {
    ...staff,
    id: 'regional-coordinator',
    title: 'badge-staff:role.regional-coordinator',
    next: 'badge-staff:next.regional-coordinator',
    scopes: ['region:\\d{2}'],
  },
  {
    ...staff,
    id: 'partner',
    title: 'badge-staff:role.partner',
    next: 'badge-staff:next.partner',
    scopes: ['all'],
  },
  { ...staff, id: 'award-commission', title: 'badge-award:role.award-commission', scopes: ['all'] },
];
