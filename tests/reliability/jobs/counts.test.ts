// What is counted for whoever watches: what waits however old it is, what ended since yesterday, and no dead letter forgotten.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, MINUTE, systemClock } from '../../../engine/kernel/clock.ts';
import { deliveryCounts } from '../../../engine/notify/failures.ts';
import { insertDeliveries } from '../../../engine/notify/insert.ts';
import { type Delivery, deliveries } from '../../../engine/notify/store.ts';
import { inboxEntries } from '../../../engine/store/inbox.ts';
import { inboxCounts } from '../../../engine/store/inbox-counts.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage(emptyDatabase(), () => undefined);
}, 60_000);
afterEach(() => stage.close());

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds);

async function updates(count: number, state: 'waiting' | 'done' | 'dead', age: number): Promise<void> {
  const at = before(systemClock.now(), age);
  const entries = Array.from({ length: count }, (_, order) =>
    inboxEntries.check({
      ...{ _id: `${state}-${age}-${order}`, desk: 'staff', channel: 'telegram', chat: 'staff.telegram.1' },
      ...{ order, update: {}, state, attempts: 0, reference: null, receivedAt: at },
      endedAt: state === 'waiting' ? null : at,
    }),
  );
  await inboxEntries.raw(stage.ctx.db).insertMany(entries as never);
}

async function told(count: number, state: Delivery['state'], age: number): Promise<void> {
  const { ctx } = stage;
  const ids = Array.from({ length: count }, (_, n) => `${state}/${age}/${n}`);
  const message = { texts: [{ key: 'test:told' }] };
  const fresh = { kind: 'send', person: 'p', desk: 'staff', message } as const;
  await insertDeliveries(
    ctx,
    ids.map((id) => ({ id, fresh })),
  );
  const at = before(ctx.clock.now(), age);
  const fields = { state, createdAt: at, endedAt: state === 'waiting' ? null : at };
  await deliveries.raw(ctx.db).updateMany({ _id: { $in: ids } }, { $set: fields });
}

it('updates: all that wait, all that are dead, and what was handled since yesterday', async () => {
  expect(await inboxCounts(stage.ctx)).toEqual({ waiting: 0, done: 0, dead: 0 });
  await updates(1, 'waiting', 0);
  await updates(2, 'waiting', 30 * DAY);
  await updates(4, 'done', DAY - MINUTE);
  await updates(8, 'done', DAY + MINUTE);
  await updates(16, 'dead', 0);
  await updates(32, 'dead', 30 * DAY);
  expect(await inboxCounts(stage.ctx)).toEqual({ waiting: 3, done: 4, dead: 48 });
});

it('deliveries: all that wait, and the others of each state since yesterday', async () => {
  const none = { waiting: 0, sent: 0, failed: 0, blocked: 0, 'gave-up': 0, superseded: 0 };
  expect(await deliveryCounts(stage.ctx)).toEqual(none);
  await told(1, 'waiting', 0);
  await told(2, 'waiting', 30 * DAY);
  const ended = ['sent', 'failed', 'blocked', 'gave-up', 'superseded'] as const;
  for (const [index, state] of ended.entries()) {
    await told(index + 1, state, DAY - MINUTE);
    await told(7, state, DAY + MINUTE);
  }
  expect(await deliveryCounts(stage.ctx)).toEqual({
    ...{ waiting: 3, sent: 1, failed: 2, blocked: 3 },
    ...{ 'gave-up': 4, superseded: 5 },
  });
});
