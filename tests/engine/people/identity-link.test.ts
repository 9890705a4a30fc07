// The one-time link of the secure form is good for one answer; another one must never be taken for kept.
import { beforeAll, expect, it } from 'vitest';
import { openIdentityForm, provideIdentity } from '../../../engine/people/identity.ts';
import { codesOf, newHost, newStudent, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';

const stage = withEngine('file');
beforeAll(async () => {
  await newHost(stage.ctx);
});

const keptTail = async (person: string) =>
  (await stage.ctx.db.collection('people').findOne({ _id: person as never }))?.ibanTail;

it('says that the link is used when two forms were sent at once with different accounts', async () => {
  const { ctx } = stage;
  const { id } = await newStudent(ctx, 'two-tabs');
  const secret = await openIdentityForm(ctx, id);
  const accounts = [validIban(1), validIban(2)];
  const iin = validIin(1);
  const answers = await Promise.all(accounts.map((iban) => provideIdentity(ctx, secret, { iin, iban })));
  const kept = answers.flatMap((answer, index) => (answer.ok ? [accounts[index]?.slice(-4)] : []));
  expect(kept).toEqual([await keptTail(id)]);
  expect(answers.flatMap(codesOf)).toEqual(['common.link-used']);
});

it('does not take a corrected account for kept when the first try broke off before its link was used up', async () => {
  const { ctx } = stage;
  const { id } = await newStudent(ctx, 'broken-off');
  const secret = await openIdentityForm(ctx, id);
  const iin = validIin(2);
  unwrap(await provideIdentity(ctx, secret, { iin, iban: validIban(3) }));
  // The process died between its two writes: the account is kept, the link is not yet used up.
  await ctx.db.collection('links').updateMany({}, { $set: { usedBy: null } });
  const corrected = await provideIdentity(ctx, secret, { iin, iban: validIban(4) });
  expect(codesOf(corrected)).toEqual(['common.link-used']);
  expect(await keptTail(id)).toBe(validIban(3).slice(-4));
});

it('answers the same form sent again as it did before', async () => {
  const { ctx } = stage;
  const { id } = await newStudent(ctx, 'again');
  const secret = await openIdentityForm(ctx, id);
  const identity = { iin: validIin(3), iban: validIban(5) };
  expect(unwrap(await provideIdentity(ctx, secret, identity))).toBe(id);
  await ctx.db.collection('links').updateMany({}, { $set: { usedBy: null } });
  expect(unwrap(await provideIdentity(ctx, secret, identity))).toBe(id);
});
