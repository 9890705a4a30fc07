// Each way in which a send can go wrong ends as it should, with a scripted channel and a clock that the test moves.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS } from '../../../bot/delivery/failure.ts';
import { referenceOf } from '../../../bot/delivery/reference.ts';
import { keepUnsent } from '../../../bot/delivery/unsent-reply.ts';
import { SendFailure, type SendFailureKind } from '../../../bot/dialogue/port.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { chatAddress } from '../../../engine/kernel/chat.ts';
import { DAY, HOUR, ManualClock, SECOND } from '../../../engine/kernel/clock.ts';
import { ok } from '../../../engine/kernel/result.ts';
import { retryDelivery } from '../../../engine/notify/failures.ts';
import type { Notice, Settlement } from '../../../engine/notify/notice.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { beginSending, endUnsent, loadDelivery, reviveDeliveries } from '../../../engine/notify/progress.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { markUsed } from '../../../engine/people/reach.ts';
import { freshDatabase } from '../../support/services/fresh-database.ts';
import { addPerson, chatOf, openStage, personOf, type Stage } from '../jobs/stage.ts';
import { deliverAllOf } from './deliver-all.ts';

let stage: Stage;
let clock: ManualClock;
beforeEach(async () => {
  clock = new ManualClock('2026-03-02T06:00:00Z');
  stage = await openStage(freshDatabase(), () => undefined, clock);
  await addPerson(stage.ctx, 1, 'ru');
}, 60_000);
afterEach(() => stage.close());

const notice = (key: string, to = personOf(1), card?: string): Notice => ({
  to,
  desk: 'participant',
  message: { texts: [{ key }] },
  ...(card === undefined ? {} : { card }),
});

async function plan(event: string, ...notices: (Notice | Settlement)[]): Promise<string> {
  const [first] = await planDeliveries(stage.ctx, event, notices);
  return first?.id ?? '';
}

const fail = (kind: SendFailureKind, retryAfter = 0) => {
  stage.port.script = () => {
    throw new SendFailure(kind, 'scripted', retryAfter);
  };
};
const heal = () => {
  stage.port.script = () => undefined;
};
const stateOf = async (id: string) => (await loadDelivery(stage.ctx, id))?.state;
const deliverAll = () => deliverAllOf(stage, clock);
const htmls = () => stage.port.sent.map(({ html }) => html);

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

describe('a card that is settled', () => {
  const card = 'hours/1';
  const settlement = (key: string): Settlement => ({ settles: card, message: { texts: [{ key }] } });

  it('is replaced in every chat where it lies, once', async () => {
    await addPerson(stage.ctx, 2, 'en');
    await plan('e1', notice('test:open', personOf(1), card), notice('test:open', personOf(2), card));
    await deliverAll();
    await plan('e2', settlement('test:decided'));
    await plan('e2', settlement('test:decided'));
    clock.advance(SECOND);
    await deliverAll();
    expect(stage.port.replaced.map(({ chat, html }) => [chat, html]).sort()).toEqual([
      [chatOf(1), 'ru\ntest:decided'],
      [chatOf(2), 'en\ntest:decided'],
    ]);
  });

  it('goes out decided when it has not been sent yet', async () => {
    const id = await plan('e1', notice('test:open', personOf(1), card));
    await plan('e2', settlement('test:decided'));
    await deliverAll();
    expect(htmls()).toEqual(['ru\ntest:decided']);
    expect(stage.port.replaced).toEqual([]);
    expect(await stateOf(id)).toBe('sent');
  });

  it.each(['failed', 'gave-up', 'blocked'] as const)(
    'after its send has %s, goes out decided when it is sent again',
    async (state) => {
      const id = await plan('e1', notice('test:open', personOf(1), card));
      await endUnsent(stage.ctx, id, state, 'scripted');
      await plan('e2', settlement('test:decided'));
      expect(await stateOf(id)).toBe(state);
      const operator: Actor = { kind: 'person', id: 'o', grants: [{ role: 'operator', scope: 'all' }] };
      expect(await retryDelivery(stage.ctx, operator, id, async () => ok(id))).toEqual(ok(id));
      await deliverAll();
      expect(htmls()).toEqual(['ru\ntest:decided']);
    },
  );

  it('while it is being sent, is replaced right after', async () => {
    await plan('e1', notice('test:open', personOf(1), card));
    stage.port.script = async () => {
      heal();
      await plan('e2', settlement('test:decided'));
    };
    await deliverAll();
    expect(htmls()).toEqual(['ru\ntest:open']);
    expect(stage.port.replaced).toMatchObject([{ id: 'm1', html: 'ru\ntest:decided' }]);
  });

  it('twice, shows the last word only', async () => {
    await plan('e1', notice('test:open', personOf(1), card));
    await deliverAll();
    const first = await plan('e2', settlement('test:decided'));
    await plan('e3', settlement('test:undone'));
    clock.advance(SECOND);
    await deliverAll();
    expect(await stateOf(first)).toBe('superseded');
    expect(stage.port.replaced.map(({ html }) => html)).toEqual(['ru\ntest:undone']);
  });

  it('is not set back by an earlier settlement carried again', async () => {
    await plan('e1', notice('test:open', personOf(1), card));
    await plan('e2', settlement('test:decided'));
    await plan('e3', settlement('test:undone'));
    await plan('e2', settlement('test:decided'));
    await deliverAll();
    expect(htmls()).toEqual(['ru\ntest:undone']);
  });
});

describe('a reply that its receiver could not send', () => {
  const unsent = (n: number, kind: SendFailureKind, chat = chatOf(1)) =>
    keepUnsent(stage.ctx)({
      address: chatAddress(chat),
      reply: { message: { texts: [{ key: `test:reply-${n}` }] }, place: 'new', tag: 't', step: 's' },
      language: 'en',
      key: `reply:u1:${n}`,
      failure: new SendFailure(kind, 'scripted', 5),
    });

  it('is sent later, once and in order, in the reader’s language', async () => {
    for (const n of [0, 1, 0, 1]) await unsent(n, 'unavailable');
    await stage.deliver('reply:u1:1');
    expect(stage.port.sent).toEqual([]);
    await deliverAll();
    expect(htmls()).toEqual(['ru\ntest:reply-0', 'ru\ntest:reply-1']);
  });

  it('reaches a newcomer in the language of the talk, after the flood', async () => {
    await unsent(0, 'flood', 'participant.telegram.9');
    const again = await stage.deliver('reply:u1:0');
    expect(again).toEqual(new Date(clock.now().getTime() + 5 * SECOND));
    await deliverAll();
    expect(htmls()).toEqual(['en\ntest:reply-0']);
  });

  it('that may have arrived bears a reference', async () => {
    await unsent(0, 'ambiguous');
    await deliverAll();
    expect(htmls()[0]).toContain('common:delivery.repeat');
  });
});
