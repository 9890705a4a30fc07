// Sixty-four callers who all saw five payouts as they were ordered say at once how each went: one of them is heard for each.
import { expect, it } from 'vitest';
import { payoutReview, settlePayout } from '../../../engine/programmes/credit/programme.ts';
import { codesOf, newCommand, newStaff } from '../../support/credit/cast.ts';
import { orderedPayout } from '../../support/credit/ordered-payout.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine();

it('decides a payout once, by someone who saw the state that it had', async () => {
  const { ctx } = stage;
  const centre = await newStaff(ctx, 'centre', [{ role: 'financial-centre', scope: 'all' }]);
  const ids = await Promise.all(Array.from({ length: 5 }, (_, index) => orderedPayout(ctx, `race-${index}`)));
  const deciding = Array.from({ length: 64 }, (_, caller) =>
    ids.map(async (creditId, index) => {
      const reference = `KZ-${caller}`;
      const outcome =
        (caller + index) % 2 === 0
          ? { creditId, paid: true as const, bankReference: reference }
          : { creditId, paid: false as const, reason: 'Шот жабылған' };
      const command = { ...newCommand(centre), seen: '1' };
      return { creditId, codes: codesOf(await settlePayout(ctx, command, outcome)) };
    }),
  );
  const outcomes = await Promise.allSettled(deciding.flat());
  const heard = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  for (const id of ids) {
    const mine = heard.filter(({ creditId }) => creditId === id);
    expect(mine.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
    for (const { codes } of mine)
      expect([[], ['common.already-decided'], ['common.changed-meanwhile']]).toContainEqual(codes);
    const payout = await ctx.db.collection('credit_payouts').findOne({ _id: id as never });
    expect(payout).toMatchObject({ v: 2, state: expect.stringMatching(/^(paid|failed)$/) });
  }
  // Who lost five times to the others was not heard either.
  const lost = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(lost.filter(({ code }) => code !== 'contended')).toEqual([]);
});

it('lets a payout that failed be paid by whoever saw that it failed', async () => {
  const { ctx } = stage;
  const centre = await newStaff(ctx, 'centre', [{ role: 'financial-centre', scope: 'all' }]);
  const creditId = await orderedPayout(ctx, 'failed');
  const paid = { creditId, paid: true, bankReference: 'KZ-1' } as const;
  const seeing = (seen: string) => ({ ...newCommand(centre), seen });
  await settlePayout(ctx, seeing('1'), { creditId, paid: false, reason: 'Шот жабылған' });
  expect(codesOf(await settlePayout(ctx, seeing('1'), paid))).toEqual(['common.changed-meanwhile']);
  expect((await payoutReview.read(ctx, creditId)).version).toBe('2');
  expect(codesOf(await settlePayout(ctx, seeing('2'), paid))).toEqual([]);
});
