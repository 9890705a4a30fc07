// The roles of organisations: their heads, and who accredits them.
import type { RoleDeclaration } from '../parts/role.ts';

declare module '../kernel/actor.ts' {
  interface RoleNames {
    readonly head: true;
    readonly accreditor: true;
  }
}

export const head: RoleDeclaration = {
  id: 'head',
  title: 'common:role.head',
  desk: 'staff',
  staff: true,
  scopes: ['organisation:\\d{12}'],
  next: 'staff:next.head',
};

export const accreditor: RoleDeclaration = {
  id: 'accreditor',
  title: 'common:role.accreditor',
  desk: 'staff',
  staff: true,
  scopes: ['region:\\d{2}', 'network:nvs'],
  next: 'staff:next.accreditor',
  apartFrom: ['operator'],
};
