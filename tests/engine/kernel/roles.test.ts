// Roles as parts declare them: a faulty declaration stops the start, and says what is wrong.
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../engine/kernel/actor.ts';
import { declaredRoles, fitsScope, type RoleDeclaration } from '../../../engine/parts/role.ts';
import { credit } from '../../../engine/programmes/credit/programme.ts';
import { rolesOf } from '../../../engine/programmes/rooms.ts';

const usher: RoleDeclaration = {
  id: 'usher' as Role,
  title: 'fifth:role.usher',
  desk: 'staff',
  staff: true,
  scopes: ['region:\\d{2}'],
};
const declared = (...roles: readonly RoleDeclaration[]) => declaredRoles([{ id: 'fifth', roles }]);

describe('refused is a role', () => {
  it.each<{ what: string; roles: readonly RoleDeclaration[]; message: string }>([
    { what: 'that two declare', roles: [usher, usher], message: 'fifth: role usher is declared twice' },
    { what: 'without a scope', roles: [{ ...usher, scopes: [] }], message: 'fifth: role usher has no scope' },
    {
      what: 'to which a stranger invites',
      roles: [{ ...usher, invitedBy: ['nobody' as Role] }],
      message: 'fifth: role usher names nobody, which is no role',
    },
  ])('$what', ({ roles, message }) => {
    expect(() => declared(...roles)).toThrow(message);
  });
});

it('is held in its scopes alone', () => {
  for (const [scope, fits] of [
    ['region:75', true],
    ['region:7', false],
    ['region:755', false],
    ['xregion:75', false],
    ['all', false],
    ['', false],
  ] as const)
    expect(fitsScope(usher, scope), scope).toBe(fits);
});

it('is known by its id, with those of the shared rooms', () => {
  expect([...rolesOf({ programmes: [credit] }).keys()]).toEqual([
    ...['operator', 'head', 'accreditor', 'student', 'coordinator', 'financial-centre', 'registrar'],
  ]);
});
