// A second tap that came too soon decides nothing, on a card that was opened and on one that was delivered.
import { expect, it } from 'vitest';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import { openWorld, worldKinds } from '../../support/world/world.ts';
import { book, openTroupe } from './troupe.ts';

it.each(worldKinds)(
  'over %s, «Open the oldest» tapped twice does not decide the card that came under the finger',
  async (kind) => {
    const world = await openWorld(kind, { tapPause: MINUTE });
    try {
      const troupe = await openTroupe(world);
      const { coordinator } = troupe;
      const id = await book(world, troupe);
      const chat = world.chatKeyOf('coordinator', 'staff');
      const delivered = async () =>
        (await world.ctx.db.collection('deliveries').find().toArray()).filter(
          (each) => each.chat === chat && each.state === 'sent' && each.card === `interview/${id}`,
        ).length;
      const toasts = async () =>
        (await coordinator.driver.toasts()).filter((each) => each.includes('ещё раз'));
      const decided = async () =>
        (await world.ctx.db.collection('credit_students').findOne({ 'interviews.id': id }))?.interviews[0];

      await coordinator.getsNotice('credit-staff:card.interview-ahead');
      await expect.poll(delivered).toBe(1);
      await coordinator.tap('credit-staff:button.invite');
      await expect.poll(toasts).toHaveLength(1);

      await coordinator.say('/queue');
      await coordinator.hears('reviews:queue.title');
      await coordinator.tap('reviews:button.open-oldest');
      await coordinator.hears('credit-staff:card.interview-ahead');
      await coordinator.tap('credit-staff:button.invite');
      await expect.poll(toasts).toHaveLength(2);
      expect(await decided()).toMatchObject({ state: 'booked', decidedBy: null });

      world.clock.pass(2 * MINUTE);
      await coordinator.tap('credit-staff:button.invite');
      await coordinator.hears('credit-staff:result.interview.invited');
    } finally {
      await world.close();
    }
  },
  30_000,
);
