// The roles of the contest: whose account sees what. Members of commissions are no roles: they belong to their commission.

import type { RoleDeclaration } from '../../parts/role.ts';
import { colleges } from '../../reference/colleges.ts';
import { collegeScope, regionScope } from './rights.ts';

declare module '../../kernel/actor.ts' {
  interface RoleNames {
    readonly 'college-officer': true;
    readonly 'education-department': true;
    readonly holding: true;
  }
}

const staff = { desk: 'staff', staff: true } as const;

export const roles: readonly RoleDeclaration[] = [
  {
    ...staff,
    id: 'college-officer',
    title: 'contest-staff:role.college-officer',
    next: 'contest-staff:next.college-officer',
    scopes: [collegeScope('[a-z0-9-]{1,20}')],
    invitedBy: ['education-department'],
    /** A department invites for the colleges of its region. */
    reaches: async (ctx, from, to) => {
      const [, id = ''] = to.split(':');
      const college = await colleges.store.raw(ctx.db).findOne({ _id: { $eq: id } } as never);
      return college !== null && (from === 'all' || from === regionScope(String(college.region)));
    },
  },
  {
    ...staff,
    id: 'education-department',
    title: 'contest-staff:role.education-department',
    next: 'contest-staff:next.education-department',
    scopes: [regionScope('\\d{2}')],
    // It decides on whom the colleges sent, and the Holding on whom it passed on.
    apartFrom: ['college-officer', 'holding'],
  },
  {
    ...staff,
    id: 'holding',
    title: 'contest-staff:role.holding',
    next: 'contest-staff:next.holding',
    scopes: ['all'],
  },
];
