// Each way in which a send can go wrong ends as it should, with a scripted channel and a clock that the test moves.
import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS } from '../../../bot/delivery/failure.ts';
import { SendFailure } from '../../../bot/dialogue/port.ts';
import { referenceOf } from '../../../bot/dialogue/reference.ts';
import { DAY, HOUR, SECOND } from '../../../engine/kernel/clock.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { beginSending, loadDelivery, reviveDeliveries } from '../../../engine/notify/progress.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { markUsed } from '../../../engine/people/reach.ts';
import { addPerson, chatOf, personOf } from '../jobs/stage.ts';
import { clock, deliverAll, fail, heal, htmls, notice, plan, stage, stateOf, useStage } from './scene.ts';

useStage();

describe('a delivery', () => {
  it('goes to the chat used last, in the recipient’s language, once', async () => {
    const id = await plan('e1', notice('test:hello'));
    expect(await plan('e1', notice('test:hello'))).toBe('');
    expect(await stage.deliver(id)).toBeNull();
    expect(await stage.deliver(id)).toBeNull();
    expect(stage.port.sent).toMatchObject([{ chat: chatOf(1), html: 'ru\ntest:hello' }]);
    expect(await loadDelivery(stage.ctx, id)).toMatchObject({
      state: 'sent',
      messageId: 'm1',
      attempts: 1,
      chat: chatOf(1),
    });
  });

  it('is sent once though ten workers are at it at once', async () => {
    const id = await plan('e1', notice('test:hello'));
    await Promise.all(Array.from({ length: 10 }, () => stage.deliver(id)));
    expect(stage.port.sent).toHaveLength(1);
  });

  it('is planned once per person also when the recipients change between two tries', async () => {
    await plan(
      'e1',
      notice('test:a', 'person-a'),
      notice('test:a', 'person-b'),
      notice('test:a', 'person-c'),
    );
    await plan('e1', notice('test:a', 'person-b'), notice('test:a', 'person-c'));
    expect(await deliveries.on(stage.ctx.db).countDocuments({})).toBe(3);
  });

  it('of two different notices in one event is two', async () => {
    await planDeliveries(stage.ctx, 'e1', [notice('test:a'), notice('test:b')]);
    await deliverAll();
    expect(htmls()).toEqual(['ru\ntest:a', 'ru\ntest:b']);
  });
});

describe('a channel that fails', () => {
  it('by flood: holds up this bot for as long as it was told, costs no attempt, and loses nothing', async () => {
    await addPerson(stage.ctx, 2);
    const id = await plan('e1', notice('test:hello'));
    const other = await plan('e2', notice('test:other', personOf(2)));
    fail('flood', 30);
    const until = new Date(clock.now().getTime() + 30 * SECOND);
    expect(await stage.deliver(id)).toEqual(until);
    heal();
    expect(await stage.deliver(other)).toEqual(until);
    expect(stage.port.sent).toEqual([]);
    expect((await loadDelivery(stage.ctx, id))?.attempts).toBe(0);
    clock.set(until);
    await deliverAll();
    expect(htmls().sort()).toEqual(['kk\ntest:other', 'ru\ntest:hello']);
  });

  it('by being blocked: tries the person’s other chat', async () => {
    await addPerson(stage.ctx, 3, 'en', [chatOf(3), 'participant.web.w3']);
    clock.advance(SECOND);
    await markUsed(stage.ctx, chatOf(3));
    const id = await plan('e1', notice('test:hello', personOf(3)));
    stage.port.script = (to) => {
      if (to.channel === 'telegram') throw new SendFailure('unreachable', 'scripted');
    };
    await deliverAll();
    expect(await stateOf(id)).toBe('sent');
    expect(stage.port.sent).toMatchObject([{ chat: 'participant.web.w3', html: 'en\ntest:hello' }]);
  });

  it('by being blocked everywhere: ends blocked, and is sent after all when the person writes within a week', async () => {
    const id = await plan('e1', notice('test:hello'));
    fail('unreachable');
    await deliverAll();
    expect(await loadDelivery(stage.ctx, id)).toMatchObject({ state: 'blocked' });
    heal();
    const later = await plan('e2', notice('test:later'));
    await deliverAll();
    expect(await stateOf(later)).toBe('blocked');
    expect(stage.port.sent).toEqual([]);
    clock.advance(6 * DAY);
    await markUsed(stage.ctx, chatOf(1));
    expect(await reviveDeliveries(stage.ctx, personOf(1))).toBe(2);
    await deliverAll();
    expect(htmls().sort()).toEqual(['ru\ntest:hello', 'ru\ntest:later']);
  });

  it('by being blocked for longer than a week: old news stays untold', async () => {
    const id = await plan('e1', notice('test:hello'));
    fail('unreachable');
    await deliverAll();
    heal();
    clock.advance(8 * DAY);
    await markUsed(stage.ctx, chatOf(1));
    expect(await reviveDeliveries(stage.ctx, personOf(1))).toBe(0);
    expect(await stateOf(id)).toBe('blocked');
  });

  it('by refusing: ends failed with the reason', async () => {
    const id = await plan('e1', notice('test:hello'));
    fail('refused');
    expect(await stage.deliver(id)).toBeNull();
    expect(await loadDelivery(stage.ctx, id)).toMatchObject({ state: 'failed', error: 'refused: scripted' });
  });

  it('by a time-out after sending: sends again with a reference', async () => {
    const id = await plan('e1', notice('test:hello'));
    fail('ambiguous');
    await stage.deliver(id);
    heal();
    await deliverAll();
    expect(htmls()).toEqual([`ru\ntest:hello\ncommon:delivery.repeat {"reference":"${referenceOf(id)}"}`]);
  });

  it('by dying in the middle of a send: another worker sends again with a reference after the lease', async () => {
    const id = await plan('e1', notice('test:hello'));
    await beginSending(stage.ctx, id);
    expect(await stage.deliver(id)).toEqual(new Date(clock.now().getTime() + 25 * SECOND));
    clock.advance(25 * SECOND);
    await deliverAll();
    expect(htmls()[0]).toContain('common:delivery.repeat');
  });

  it('by being away: retries over a day, further and further apart, without a reference, then gives up', async () => {
    const id = await plan('e1', notice('test:hello'));
    const started = clock.now().getTime();
    fail('unavailable');
    let tries = 0;
    for (let again: Date | null = clock.now(); again; tries += 1) {
      clock.set(again);
      again = await stage.deliver(id);
    }
    expect(tries).toBe(MOST_ATTEMPTS);
    expect(clock.now().getTime() - started).toBeGreaterThan(20 * HOUR);
    expect(clock.now().getTime() - started).toBeLessThan(30 * HOUR);
    expect(await loadDelivery(stage.ctx, id)).toMatchObject({ state: 'gave-up', attempts: MOST_ATTEMPTS });
  });

  it('and heals after a while: sends without a reference', async () => {
    const id = await plan('e1', notice('test:hello'));
    fail('unavailable');
    for (let n = 0; n < 3; n += 1) clock.set((await stage.deliver(id)) ?? clock.now());
    heal();
    await deliverAll();
    expect(htmls()).toEqual(['ru\ntest:hello']);
  });
});
