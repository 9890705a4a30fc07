// Who invites whom follows from the declarations of the roles, for every role that the product has and some that it has not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Grant, Role } from '../../../engine/kernel/actor.ts';
import { fitsScope } from '../../../engine/parts/role.ts';
import { mayGive, rolesToGive } from '../../../engine/programmes/giving-roles.ts';
import { inviteStaff, removeStaff } from '../../../engine/programmes/invitations.ts';
import { placesToGive } from '../../../engine/programmes/places.ts';
import { rolesOf } from '../../../engine/programmes/rooms.ts';
import { addUniversity } from '../../../engine/reference/universities.ts';
import { codesOf, newCommand, newStaff, personOf, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { held, programmes } from './fair.ts';

const stage = withEngine('file', { programmes });
const roles = rolesOf({ programmes });

const actor = (...grants: readonly Grant[]): Actor => ({ kind: 'person', id: 'somebody', grants });

/** A scope in which the role may be held, always the same. */
function scopeOf(role: Role): string {
  const [pattern = 'all'] = roles.get(role)?.scopes ?? [];
  const [scope = 'all'] = fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), {
    seed: 7,
    numRuns: 1,
  });
  return scope;
}

/** Of whom each may be inviting in the scope that they hold: as bots.md and the issue say. */
const inviting: readonly (readonly [Grant, readonly Grant[]])[] = [
  [held('head', 'organisation:190140000123'), [held('coordinator', 'organisation:190140000123')]],
  [held('walk-leader', 'walk:dawn'), [held('walk-guide', 'walk:dawn')]],
  [held('walk-warden', 'region:75'), [held('walk-school', 'school:oak')]],
];

describe('every role that is given', () => {
  const all = [...roles.values()];
  const cases = all.flatMap(({ id }) => all.map((other) => ({ by: other.id, role: id })));

  it.each(cases)('$role by $by', async ({ by, role }) => {
    const declared = roles.get(role);
    const scope = scopeOf(role);
    expect(fitsScope({ scopes: declared?.scopes ?? [] }, scope)).toBe(true);
    const isGiven = declared?.staff || (declared?.invitedBy?.length ?? 0) > 0;
    const reaches = declared?.invitedBy?.includes(by) && !declared.reaches;
    const may = await mayGive(stage.ctx, actor(held(by, reaches ? scope : scopeOf(by))), held(role, scope));
    expect(may).toBe(Boolean(isGiven && (by === 'operator' || reaches)));
  });
});

it.each(inviting)('%o invites to its own roles in its own reach alone', async (grant, given) => {
  const { ctx } = stage;
  for (const each of given) {
    expect(await mayGive(ctx, actor(grant), each), each.role).toBe(true);
    expect(await mayGive(ctx, actor({ ...grant, scope: 'region:99' }), each)).toBe(false);
    expect(await mayGive(ctx, actor(grant), { ...each, scope: 'all' })).toBe(false);
  }
  const [{ role = 'operator' } = {}] = given;
  const desk = roles.get(grant.role)?.desk ?? 'staff';
  expect(rolesToGive(ctx, actor(grant), desk).map(({ id }) => id)).toEqual([role]);
  expect(rolesToGive(ctx, actor(grant), desk === 'staff' ? 'participant' : 'staff')).toEqual([]);
  const { options } = await placesToGive(ctx, actor(grant), role);
  expect(options.map(({ scope }) => scope)).toEqual(given.map(({ scope }) => scope));
});

it('no role gives itself, and one that people take by themselves is given by nobody', async () => {
  for (const { id, invitedBy = [] } of roles.values()) expect(invitedBy).not.toContain(id);
  const operator = actor(held('operator', 'all'));
  expect(await mayGive(stage.ctx, operator, held('walk-leader', 'walk:dawn'))).toBe(false);
  expect(await mayGive(stage.ctx, operator, held('student', 'university:alpha'))).toBe(false);
});

it('a scope that the role is not held in, or a role that there is not, is given by nobody', async () => {
  const operator = actor(held('operator', 'all'));
  for (const grant of [
    held('head', 'all'),
    held('accreditor', 'region:755'),
    held('operator', 'region:75'),
    held('operator', 'programme:fifth'),
    held('usher' as Role, 'all'),
  ])
    expect(await mayGive(stage.ctx, operator, grant), JSON.stringify(grant)).toBe(false);
});

it('an operator of one programme gives that programme’s roles, and no others', async () => {
  const { ctx } = stage;
  const walks = actor(held('operator', 'programme:tiny'));
  expect(rolesToGive(ctx, walks, 'staff').map(({ id }) => id)).toEqual([
    ...['walk-guide', 'walk-warden', 'walk-school'],
  ]);
  expect(await mayGive(ctx, walks, held('walk-warden', 'region:75'))).toBe(true);
  for (const grant of [
    held('operator', 'all'),
    held('operator', 'programme:tiny'),
    held('financial-centre', 'all'),
    held('accreditor', 'region:75'),
    held('head', 'organisation:190140000123'),
  ])
    expect(await mayGive(ctx, walks, grant), grant.role).toBe(false);
  expect(await mayGive(ctx, actor(held('operator', 'all')), held('operator', 'programme:tiny'))).toBe(true);
});

it('an operator chooses among what there is', async () => {
  const { ctx } = stage;
  const university = { id: 'sample', kk: 'Үлгі', ru: 'Образец', en: 'Sample', region: '71' };
  unwrap(await addUniversity(ctx, newCommand(), university));
  const operator = actor(held('operator', 'all'));
  const scopesOf = async (role: Role) =>
    (await placesToGive(ctx, operator, role)).options.map(({ scope }) => scope);
  expect(await scopesOf('registrar')).toEqual(['university:sample']);
  expect((await scopesOf('accreditor')).slice(0, 2)).toEqual(['network:nvs', 'region:71']);
  expect(await scopesOf('operator')).toEqual(['all', ...programmes.map(({ id }) => `programme:${id}`)]);
  expect(await scopesOf('walk-school')).toEqual(['school:birch', 'school:oak']);
  const heads = await placesToGive(ctx, operator, 'head');
  expect([heads.options, heads.typed.map(({ kind }) => kind)]).toEqual([[], ['organisation']]);
});

it('whoever may give a role may take it, and nobody else', async () => {
  const { ctx } = stage;
  const grant = held('coordinator', 'organisation:190140000123');
  const someone = await newStaff(ctx, 'removed', [grant, held('registrar', 'university:sample')]);
  const head = actor(held('head', 'organisation:190140000123'));
  for (const by of [actor(grant), actor(held('head', 'organisation:190140000999')), actor()])
    expect(codesOf(await removeStaff(ctx, newCommand(by), someone.id, grant))).toEqual([
      'common.not-allowed',
    ]);
  expect(codesOf(await inviteStaff(ctx, newCommand(actor(grant)), grant))).toEqual(['common.not-allowed']);
  unwrap(await removeStaff(ctx, newCommand(head), someone.id, grant));
  expect((await personOf(ctx, 'staff.telegram.removed')).grants).toEqual([
    held('registrar', 'university:sample'),
  ]);
});
