// The roles of the tiny programme: somebody leads the walks.
import type { RoleDeclaration } from '../../../../../engine/parts/role.ts';

declare module '../../../../../engine/kernel/actor.ts' {
  interface RoleNames {
    readonly 'walk-leader': true;
  }
}

export const roles: readonly RoleDeclaration[] = [
  { id: 'walk-leader', title: 'tiny:role.leader', desk: 'staff', staff: true, scopes: ['all'] },
];
