// What is old and dealt with goes; what waits, or is young, stays.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { purge, usualRetention } from '../../../engine/jobs/purge.ts';
import { DAY, systemClock } from '../../../engine/kernel/clock.ts';
import { insertDelivery } from '../../../engine/notify/insert.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { inboxEntries } from '../../../engine/store/inbox.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage(emptyDatabase(), () => undefined);
}, 60_000);
afterEach(() => stage.close());

const daysAgo = (days: number) => new Date(systemClock.now().getTime() - days * DAY);

async function update(id: string, state: 'waiting' | 'done' | 'dead', days: number): Promise<void> {
  const entry = inboxEntries.check({
    _id: id,
    desk: 'participant',
    channel: 'telegram',
    chat: 'participant.telegram.1',
    order: 1,
    update: {},
    state,
    attempts: 0,
    reference: null,
    receivedAt: daysAgo(days),
    endedAt: state === 'waiting' ? null : daysAgo(days),
  });
  await inboxEntries.on(stage.ctx.db).collection.insertOne(entry as never);
}

async function delivery(id: string, state: string, days: number): Promise<void> {
  const message = { texts: [{ key: 'test:old' }] };
  await insertDelivery(stage.ctx, id, { kind: 'send', person: 'p', desk: 'participant', message });
  const ended = { state, endedAt: state === 'waiting' ? null : daysAgo(days) };
  await deliveries.on(stage.ctx.db).collection.updateOne({ _id: id } as never, { $set: ended });
}

it('removes old handled updates and ended deliveries only', async () => {
  const { handledUpdates, deadLetters, deliveries: kept } = usualRetention;
  await update('old', 'done', handledUpdates + 1);
  await update('young', 'done', handledUpdates - 1);
  await update('dead', 'dead', deadLetters - 1);
  await update('long-dead', 'dead', deadLetters + 1);
  await update('forgotten', 'waiting', 1_000);
  await delivery('sent-long-ago', 'sent', kept + 1);
  await delivery('sent', 'sent', kept - 1);
  await delivery('waiting', 'waiting', 1_000);
  await purge(stage.ctx);
  const updates = await inboxEntries.on(stage.ctx.db).find({}, { _id: 1 }).sort({ _id: 1 }).lean();
  expect(updates.map(({ _id }) => _id)).toEqual(['dead', 'forgotten', 'young']);
  const left = await deliveries.on(stage.ctx.db).find({}, { _id: 1 }).sort({ _id: 1 }).lean();
  expect(left.map(({ _id }) => _id)).toEqual(['sent', 'waiting']);
});
