// One-time links: for one chat only, which may come back to what broke off; and never spent by the wrong door.
import { expect, it } from 'vitest';
import { openIdentityForm } from '../../../engine/people/identity.ts';
import { secureFormOf } from '../../../engine/people/secure-forms.ts';
import { acceptStaffInvitation, inviteStaff, offeredGrant } from '../../../engine/programmes/invitations.ts';
import { codesOf, newCommand, newStaff, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine('file');

const grant = { role: 'financial-centre' as const, scope: 'all' };
const accept = (secret: string, name: string) =>
  acceptStaffInvitation(stage.ctx, newCommand(), {
    secret,
    chat: `staff.telegram.${name}`,
    name,
    language: 'ru',
  });

it('an invitation is for the chat that took it up, and offers it the role again', async () => {
  const { ctx } = stage;
  const operator = await newStaff(ctx, 'operator', [{ role: 'operator', scope: 'all' }]);
  const secret = unwrap(await inviteStaff(ctx, newCommand(operator), grant));
  unwrap(await accept(secret, 'first'));
  expect(await offeredGrant(ctx, secret, 'staff.telegram.first')).toEqual(grant);
  expect(await offeredGrant(ctx, secret, 'staff.telegram.second')).toBeNull();
  expect(codesOf(await accept(secret, 'second'))).toEqual(['common.link-used']);
});

it('a form’s secret given to the wrong door still opens the form', async () => {
  const { ctx } = stage;
  const person = await newStaff(ctx, 'holder', []);
  const secret = await openIdentityForm(ctx, person.id);
  expect(codesOf(await accept(secret, 'holder'))).toEqual(['common.link-used']);
  expect(await secureFormOf(ctx, secret)).toMatchObject({ person: person.id });
});
