// Who was refused does not stand in the way: a BIN may be applied for again, by its real head, who then is its only one.
import { expect, it } from 'vitest';
import type { Command } from '../../../engine/kernel/actor.ts';
import { holds } from '../../../engine/kernel/actor.ts';
import { decideAccreditation, organisationOf } from '../../../engine/organisations/accreditation.ts';
import { registerOrganisation } from '../../../engine/organisations/registration.ts';
import { organisations } from '../../../engine/organisations/store.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { codesOf, newCommand, newStaff, personOf, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { validBin } from '../../support/identity/numbers.ts';
import { whatFollows } from '../../support/what-follows.ts';

const bin = validBin(31);
const stage = withEngine('file');

const apply = (name: string, command: Command = newCommand()) =>
  registerOrganisation(stage.ctx, command, {
    bin,
    name: 'Мысал орталығы',
    kind: 'local',
    region: '71',
    address: 'Астана',
    activities: ['elderly'],
    contact: 'test@example.kz',
    head: { chat: `staff.telegram.${name}`, name, language: 'kk' },
  });

const carry = () =>
  relayOutbox(stage.ctx, organisations as never, async (event) => {
    await whatFollows(stage.ctx, event);
  });

const isHead = async (name: string) =>
  holds(await personOf(stage.ctx, `staff.telegram.${name}`), 'head', `organisation:${bin}`);

it('once refused, and the head who was refused is head no more', async () => {
  const { ctx } = stage;
  const accreditor = await newStaff(ctx, 'accreditor', [{ role: 'accreditor', scope: 'region:71' }]);
  unwrap(await apply('stranger'));
  expect(codesOf(await apply('owner'))).toEqual(['common.organisation-known']);
  unwrap(
    await decideAccreditation(ctx, newCommand(accreditor), bin, { accredit: false, reason: 'Басшы емес' }),
  );
  const command = newCommand();
  unwrap(await apply('owner', command));
  unwrap(await apply('owner', command));
  await carry();
  expect(await isHead('owner')).toBe(true);
  expect(await isHead('stranger')).toBe(false);
  expect(await organisationOf(ctx, bin)).toMatchObject({ accreditation: 'applied', reason: null });
  unwrap(await decideAccreditation(ctx, newCommand(accreditor), bin, { accredit: true }));
  expect(codesOf(await apply('stranger'))).toEqual(['common.organisation-known']);
});
