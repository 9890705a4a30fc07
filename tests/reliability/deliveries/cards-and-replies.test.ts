// Cards that are settled and replies that could not be sent at once: each lies in its chat once, in its last words.
import { describe, expect, it } from 'vitest';
import { keepUnsent } from '../../../bot/delivery/unsent-reply.ts';
import { SendFailure, type SendFailureKind } from '../../../bot/dialogue/port.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { chatAddress } from '../../../engine/kernel/chat.ts';
import { SECOND } from '../../../engine/kernel/clock.ts';
import { ok } from '../../../engine/kernel/result.ts';
import type { Settlement } from '../../../engine/notify/notice.ts';
import { endUnsent } from '../../../engine/notify/progress.ts';
import { retryDelivery } from '../../../engine/notify/retry-deliveries.ts';
import { addPerson, chatOf, personOf } from '../jobs/stage.ts';
import { clock, deliverAll, heal, htmls, notice, plan, stage, stateOf, useStage } from './scene.ts';

useStage();

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

  it('reads otherwise for one person where the settlement says so', async () => {
    await addPerson(stage.ctx, 2, 'en');
    await plan('e1', notice('test:open', personOf(1), card), notice('test:open', personOf(2), card));
    await deliverAll();
    const own = { person: personOf(2), message: { texts: [{ key: 'test:own' }] } };
    await plan('e2', { ...settlement('test:decided'), own });
    clock.advance(SECOND);
    await deliverAll();
    expect(stage.port.replaced.map(({ html }) => html).sort()).toEqual(['en\ntest:own', 'ru\ntest:decided']);
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
      target: null,
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
