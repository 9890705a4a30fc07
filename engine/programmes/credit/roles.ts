// The roles of the credit programme. Who decides on money is nobody who can make people and rules.
import type { RoleDeclaration } from '../../parts/role.ts';

declare module '../../kernel/actor.ts' {
  interface RoleNames {
    readonly student: true;
    readonly coordinator: true;
    readonly 'financial-centre': true;
    readonly registrar: true;
  }
}

const staff = { desk: 'staff', staff: true } as const;

export const roles: readonly RoleDeclaration[] = [
  {
    id: 'student',
    title: 'credit:role.student',
    desk: 'participant',
    staff: false,
    scopes: ['university:[a-z0-9-]{1,20}', 'all'],
  },
  {
    ...staff,
    id: 'coordinator',
    title: 'credit-staff:role.coordinator',
    scopes: ['organisation:\\d{12}'],
    invitedBy: ['head'],
    next: 'credit-staff:next.coordinator',
  },
  {
    ...staff,
    id: 'financial-centre',
    title: 'credit-staff:role.financial-centre',
    scopes: ['all'],
    next: 'credit-staff:next.financial-centre',
    apartFrom: ['operator', 'accreditor'],
  },
  {
    ...staff,
    id: 'registrar',
    title: 'credit-staff:role.registrar',
    scopes: ['university:[a-z0-9-]{1,20}'],
    next: 'credit-staff:next.registrar',
  },
];
