// A registration that breaks off between its two writes still ends with a head who may act for the organisation.
import { expect, it } from 'vitest';
import { carrier } from '../../../engine/jobs/carrier.ts';
import { eventHandlings } from '../../../engine/jobs/handlings.ts';
import { organisationScope } from '../../../engine/organisations/accreditation.ts';
import { registerOrganisation } from '../../../engine/organisations/registration.ts';
import { organisations } from '../../../engine/organisations/store.ts';
import { partsOf } from '../../../engine/programmes/rooms.ts';
import { reviewsSeenBy } from '../../../engine/reviews/queue.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { newCommand, newStaff, personOf, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { validBin } from '../../support/identity/numbers.ts';

const stage = withEngine('file');

const HEAD = 'staff.telegram.8001';

async function register(bin: string): Promise<void> {
  const about = { name: 'Мысал үйі', kind: 'local', region: '71', address: 'Астана' } as const;
  const more = { activities: ['elderly'], contact: 'test@example.kz' };
  const head = { chat: HEAD, name: 'Басшы Мысалов', language: 'kk' } as const;
  unwrap(await registerOrganisation(stage.ctx, newCommand(), { bin, ...about, ...more, head }));
}

async function carry(): Promise<void> {
  const { ctx } = stage;
  const handlings = eventHandlings(partsOf(ctx));
  const round = await relayOutbox(
    ctx,
    organisations as never,
    carrier(ctx, handlings, () => undefined),
  );
  expect(round.failures).toEqual([]);
}

it('gives the head the role that the broken registration did not', async () => {
  const { ctx } = stage;
  const bin = validBin(2);
  await register(bin);
  const grant = { role: 'head' as const, scope: organisationScope(bin) };
  // The process died before its second write.
  await ctx.db.collection('people').updateOne({ 'chats.key': HEAD }, { $pull: { grants: grant } as never });
  expect((await personOf(ctx, HEAD)).grants).toEqual([]);
  await carry();
  expect((await personOf(ctx, HEAD)).grants).toEqual([grant]);
});

it('leaves a registration that went through as it is', async () => {
  const { ctx } = stage;
  await register(validBin(3));
  const before = await ctx.db.collection('people').findOne({ 'chats.key': HEAD });
  await carry();
  expect(await ctx.db.collection('people').findOne({ 'chats.key': HEAD })).toEqual(before);
});

it('waits in the queue of those who may decide on it only', async () => {
  const { ctx } = stage;
  const asAccreditor = { role: 'accreditor', scope: 'region:71' } as const;
  const insider = await newStaff(ctx, 'insider', [
    asAccreditor,
    { role: 'coordinator', scope: organisationScope(validBin(2)) },
  ]);
  const outsider = await newStaff(ctx, 'outsider', [asAccreditor]);
  await carry();
  const all = { limit: 10, after: null };
  const seen = async (actor: typeof insider) =>
    (await reviewsSeenBy(ctx, actor, {}, all)).items.map(({ subject }) => subject).sort();
  expect(await seen(insider)).toEqual([validBin(3)]);
  expect(await seen(outsider)).toEqual([validBin(2), validBin(3)].sort());
});
