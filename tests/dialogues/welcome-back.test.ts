// Who blocked the bot and writes again gets what they missed, also when the process breaks off at that very moment.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openConversation } from '../../bot/conversing.ts';
import type { IncomingUpdate } from '../../bot/dialogue/update.ts';
import { insertDelivery } from '../../engine/notify/insert.ts';
import { endUnsent, loadDelivery } from '../../engine/notify/progress.ts';
import { deliveries } from '../../engine/notify/store.ts';
import { markReachable, reachOf } from '../../engine/people/reach.ts';
import { newHost } from '../support/credit/cast.ts';
import { openStage, type Stage } from '../support/transcript/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it('sends what was missed although the first try to take it up failed', async () => {
  const { ctx } = stage;
  const { head } = await newHost(ctx);
  const message = { texts: [{ key: 'common:delivery.repeat', params: { reference: 'A' } }] };
  await insertDelivery(ctx, 'missed', { kind: 'send', person: head.id, desk: 'staff', message });
  await endUnsent(ctx, 'missed', 'blocked', 'scripted');
  await markReachable(ctx, 'staff.telegram.head', false);
  vi.spyOn(deliveries.on(ctx.db), 'updateMany').mockImplementationOnce(() => {
    throw new Error('the process died');
  });
  const back: IncomingUpdate = {
    ...{ id: '1', order: 1, address: { desk: 'staff', channel: 'telegram', chat: 'head' } },
    ...{ input: { kind: 'text', text: 'Сәлем' }, ownMessage: null, languageTag: 'kk' },
    sentAt: '2026-10-05T06:00:00.000Z',
  };
  const turn = async () => (await openConversation(ctx)).turn(back, () => Promise.reject(new Error()));
  await expect(turn()).rejects.toThrow('the process died');
  await turn();
  expect((await loadDelivery(ctx, 'missed'))?.state).toBe('waiting');
  expect(await reachOf(ctx, head.id, 'staff')).not.toBeNull();
});
