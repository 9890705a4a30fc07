// Who leads the whole: decides what no programme's role decides, and invites everybody else.
import type { RoleDeclaration } from '../parts/role.ts';

export const operator: RoleDeclaration = {
  id: 'operator',
  title: 'common:role.operator',
  desk: 'staff',
  staff: true,
  scopes: ['all', 'programme:[a-z][a-z0-9-]*'],
  next: 'staff:next.operator',
};
