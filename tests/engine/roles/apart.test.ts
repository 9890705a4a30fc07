// Operator, Financial Centre and accreditor stay in different hands: nobody comes to hold two of them, by whatever way.
import { describe, expect, it } from 'vitest';
import { createApiKey } from '../../../api/auth/keys.ts';
import type { Actor, Grant } from '../../../engine/kernel/actor.ts';
import { people } from '../../../engine/people/store.ts';
import { areApart } from '../../../engine/programmes/giving-roles.ts';
import {
  acceptStaffInvitation,
  inviteStaff,
  offeredGrant,
  removeStaff,
} from '../../../engine/programmes/invitations.ts';
import { rolesOf } from '../../../engine/programmes/rooms.ts';
import { codesOf, newCommand, newStaff, personOf, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine('file');

const all: readonly Grant[] = [
  { role: 'operator', scope: 'all' },
  { role: 'financial-centre', scope: 'all' },
  { role: 'accreditor', scope: 'region:75' },
];
const [operating] = all as [Grant];
const pairs = all.flatMap((one) => all.filter((other) => other !== one).map((other) => ({ one, other })));

let names = 0;
const fresh = (): string => {
  names += 1;
  return `apart-${names}`;
};
const chatOf = (name: string): string => `staff.telegram.${name}`;

const accept = (secret: string, name: string) =>
  acceptStaffInvitation(stage.ctx, newCommand(), { secret, chat: chatOf(name), name, language: 'ru' });
const linkBy = async (actor: Actor, grant: Grant): Promise<string> =>
  unwrap(await inviteStaff(stage.ctx, newCommand(actor), grant));
const rolesAt = async (name: string) =>
  (await personOf(stage.ctx, chatOf(name))).grants.map(({ role }) => role);

it('the three are apart, whichever of two declares it', () => {
  const roles = rolesOf(stage.ctx);
  for (const { one, other } of pairs) expect(areApart(roles, one.role, other.role)).toBe(true);
  expect(areApart(roles, 'operator', 'operator')).toBe(false);
  expect(areApart(roles, 'head', 'coordinator')).toBe(false);
});

describe.each(pairs)('$one.role beside $other.role', ({ one, other }) => {
  it('is not taken up from somebody else’s invitation, which stays good', async () => {
    const name = fresh();
    await newStaff(stage.ctx, name, [one]);
    const operator = await newStaff(stage.ctx, fresh(), [operating]);
    const secret = await linkBy(operator, other);
    expect(codesOf(await accept(secret, name))).toEqual(['common.roles-apart']);
    expect(await rolesAt(name)).toEqual([one.role]);
    const meant = fresh();
    expect(await offeredGrant(stage.ctx, secret, chatOf(meant))).toEqual(other);
    unwrap(await accept(secret, meant));
  });

  it('is not held by whoever takes up both at the same moment', async () => {
    const [name, operator] = [fresh(), await newStaff(stage.ctx, fresh(), [operating])];
    const secrets = await Promise.all([linkBy(operator, one), linkBy(operator, other)]);
    const results = await Promise.all(secrets.map((secret) => accept(secret, name)));
    expect(results.flatMap(codesOf)).toEqual(['common.roles-apart']);
    expect(await rolesAt(name)).toHaveLength(1);
  });
});

describe('an operator', () => {
  it('does not take up their own invitation, to no role, and not after they are operator no more', async () => {
    const { ctx } = stage;
    const name = fresh();
    const operator = await newStaff(ctx, name, [operating]);
    const other = await newStaff(ctx, fresh(), [operating]);
    const money = await linkBy(operator, { role: 'financial-centre', scope: 'all' });
    const registrar = await linkBy(operator, { role: 'registrar', scope: 'university:mysal' });
    for (const secret of [money, registrar])
      expect(codesOf(await accept(secret, name))).toEqual(['common.own-invitation']);
    unwrap(await removeStaff(ctx, newCommand(other), operator.id, operating));
    expect(codesOf(await accept(money, name))).toEqual(['common.own-invitation']);
    expect(await rolesAt(name)).toEqual([]);
  });

  it('does not take up the invitation of a key that they made, at any remove', async () => {
    const { ctx } = stage;
    const name = fresh();
    const operator = await newStaff(ctx, name, [operating]);
    const wanted = { name: 'Second', grants: [operating], expiresAt: null };
    const first = await createApiKey(ctx, newCommand(operator), wanted);
    const byFirst: Actor = { kind: 'key', id: first.record._id, grants: [operating] };
    const second = await createApiKey(ctx, newCommand(byFirst), wanted);
    const bySecond: Actor = { kind: 'key', id: second.record._id, grants: [operating] };
    await people.on(ctx.db).updateOne({ _id: operator.id }, { $set: { grants: [] } });
    for (const maker of [byFirst, bySecond]) {
      const secret = await linkBy(maker, { role: 'financial-centre', scope: 'all' });
      expect(codesOf(await accept(secret, name))).toEqual(['common.own-invitation']);
    }
    expect(await rolesAt(name)).toEqual([]);
  });

  it.each(all.slice(1))('makes no key for $role, alone or beside another role', async (grant) => {
    const { ctx } = stage;
    const operator = await newStaff(ctx, fresh(), [operating]);
    for (const grants of [
      [grant],
      [operating, grant],
      [grant, { role: 'registrar' as const, scope: 'university:a' }],
    ]) {
      const making = createApiKey(ctx, newCommand(operator), { name: 'Own', grants, expiresAt: null });
      await expect(making).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});

it('whoever holds such a role makes keys for it, and for nothing else', async () => {
  const { ctx } = stage;
  const centre = await newStaff(ctx, fresh(), [{ role: 'financial-centre', scope: 'all' }]);
  const make = (...grants: Grant[]) =>
    createApiKey(ctx, newCommand(centre), { name: 'Bank', grants, expiresAt: null });
  expect((await make({ role: 'financial-centre', scope: 'all' })).record.grants).toHaveLength(1);
  for (const grant of [
    operating,
    { role: 'accreditor', scope: 'region:75' },
    { role: 'registrar', scope: 'university:a' },
  ] as const)
    await expect(make(grant), grant.role).rejects.toMatchObject({ code: 'forbidden' });
});
