// The credit story from the first word to the re-credit.
import { expect, it } from 'vitest';
import { expectOutcome } from '../../story/credit/outcome.ts';
import { performances, told } from '../../story/told.ts';

it.each(performances)(
  'over %s (%s, staff %s) a credit goes from registration to payout and re-credit',
  async (...performance) => {
    const [, , staff] = performance;
    const result = await told('credit', performance, async (world) => {
      await expectOutcome(world);
      const cards = world.person('financial-centre', 'staff', staff);
      expect(await cards.count('credit-staff:card.payout')).toBe(1);
      const notices = world.person('registrar', 'staff', staff);
      expect(await notices.count('credit-staff:notice.recredit-granted')).toBe(1);
    });
    expect(result).toEqual({
      ...{ programme: 'credit', payouts: 1, tenge: 20_000, academicCredits: 2 },
      certificate: expect.stringMatching(/^26(?:-[0-9A-Z]{5}){3}$/),
    });
  },
  300_000,
);
