// Deliveries as operators see them: by state, without what they said, and sent again when they failed.
import { trusted } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import { insertDeliveries, insertDelivery } from '../../../engine/notify/insert.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;
const failed = 'credit_students/x/3.1/someone/1';
const orphan = 'unsent/1';

beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
  const message = { texts: [{ key: 'credit:told', params: { name: 'Құпия Есімова' } }] };
  const base = { kind: 'send', desk: 'participant', message } as const;
  await insertDelivery(story.ctx, failed, { ...base, person: story.studentA });
  await insertDelivery(story.ctx, orphan, { ...base, person: null });
  const { db, clock } = story.ctx;
  await deliveries
    .on(db)
    .updateOne(
      { _id: failed },
      { $set: { state: 'failed', attempts: 8, error: 'chat not found', endedAt: clock.now() } },
    );
});
afterAll(async () => {
  await server.close();
  await story.close();
});

const retry = (id: string, wish?: string) =>
  server.post(cast.operator, `/v1/notifications/${encodeURIComponent(id)}/retry`, {}, wish);

it('lists deliveries by state, with the keys of their texts only', async () => {
  const { body, text } = await server.get(cast.operator, '/v1/notifications?state=failed');
  expect(body.items).toMatchObject([
    { id: failed, state: 'failed', attempts: 8, error: 'chat not found', texts: ['credit:told'] },
  ]);
  expect(text).not.toContain('Құпия');
});

it('is for operators to retry', async () => {
  const url = `/v1/notifications/${encodeURIComponent(failed)}/retry`;
  expect((await server.post(cast.headA, url)).status).toBe(403);
  expect((await server.post(null, url)).status).toBe(401);
});

it('sends a failed one again, which stands in the audit chain of its person', async () => {
  expect(await retry(failed)).toMatchObject({ status: 200, body: { id: failed, state: 'waiting' } });
  const stored = await deliveries.on(story.ctx.db).findById(failed).lean();
  expect(stored).toMatchObject({ state: 'waiting', attempts: 0, endedAt: null });
  await story.relay();
  const { body } = await server.get(cast.operator, `/v1/audit?document=people/${story.studentA}`);
  expect(body.items.at(-1)).toMatchObject({ action: 'delivery retried', details: { delivery: failed } });
});

it('refuses what waits already, and knows what is not there', async () => {
  const waiting = await retry(orphan);
  expect(waiting).toMatchObject({ status: 409, body: { code: 'refused-by-rules' } });
  expect(waiting.body.errors).toMatchObject([{ code: 'common.already-done' }]);
  expect((await retry('nothing/1')).status).toBe(404);
});

const retryMany = (body: object, wish?: string) =>
  server.post(cast.operator, '/v1/notifications/retry', body, wish);

/** Ended deliveries of student B, `minutes` after the story's last instant. */
async function ended(
  prefix: string,
  count: number,
  state: string,
  minutes: number,
  person: string | null = story.studentB,
) {
  const { ctx } = story;
  const ids = Array.from({ length: count }, (_, n) => `${prefix}/${String(n).padStart(3, '0')}`);
  const message = { texts: [{ key: 'credit:told' }] };
  const fresh = { kind: 'send', desk: 'participant', person, message } as const;
  await insertDeliveries(
    ctx,
    ids.map((id) => ({ id, fresh })),
  );
  const endedAt = new Date(ctx.clock.now().getTime() + minutes * MINUTE);
  await deliveries
    .raw(ctx.db)
    .updateMany({ _id: { $in: ids } }, { $set: { state, attempts: 8, endedAt } } as never);
  return ids;
}

const since = (minutes: number) => new Date(story.clock.now().getTime() + minutes * MINUTE).toISOString();
const statesOf = async (ids: readonly string[]) => {
  const found = await deliveries
    .on(story.ctx.db)
    .find({ _id: trusted({ $in: [...ids] }) } as never)
    .lean();
  return [...new Set(found.map(({ state }) => state))];
};
const notes = async () => {
  await story.relay();
  const { body } = await server.get(cast.operator, `/v1/audit?document=people/${story.studentB}&limit=200`);
  return body.items.filter(({ action }) => action === 'delivery retried');
};

it('sends many again by state, desk and time, each in the audit chain of its person, and nothing else', async () => {
  const [old, blocked, failed_, sent] = [
    await ended('old', 1, 'blocked', -10),
    await ended('blocked', 2, 'blocked', 5),
    await ended('failed', 2, 'failed', 5),
    await ended('sent', 1, 'sent', 5),
  ];
  const only = await retryMany({ state: 'blocked', desk: 'participant', since: since(0) }, 'many');
  expect(only).toMatchObject({ status: 200, body: { retried: 2, more: false } });
  expect((await retryMany({ state: 'blocked', desk: 'participant', since: since(0) }, 'many')).body).toEqual(
    only.body,
  );
  expect(await statesOf(blocked)).toEqual(['waiting']);
  expect(await statesOf([...old, ...failed_, ...sent])).toEqual(
    expect.arrayContaining(['blocked', 'failed', 'sent']),
  );
  expect((await notes()).map(({ details }) => details)).toEqual(blocked.map((delivery) => ({ delivery })));
  expect((await retryMany({ desk: 'staff', since: since(0) })).body).toEqual({ retried: 0, more: false });
  expect((await retryMany({ since: since(0) })).body).toEqual({ retried: 2, more: false });
  expect(await statesOf([...failed_, ...old])).toEqual(expect.arrayContaining(['waiting', 'blocked']));
  expect(await statesOf(sent)).toEqual(['sent']);
});

it('takes five hundred at once and says that there are more', async () => {
  const ids = await ended('crowd', 501, 'gave-up', 30, null);
  expect((await retryMany({ state: 'gave-up', since: since(20) })).body).toEqual({
    retried: 500,
    more: true,
  });
  expect(await statesOf(ids.slice(-1))).toEqual(['gave-up']);
  expect((await retryMany({ state: 'gave-up', since: since(20) })).body).toEqual({ retried: 1, more: false });
});

it('wants to be told since when, and in readable words', async () => {
  expect((await retryMany({})).status).toBe(400);
  expect((await retryMany({ since: 'yesterday' })).status).toBe(400);
  expect((await retryMany({ since: '2026-09-01T23:59:60Z' })).status).toBe(400);
  expect((await retryMany({ since: since(0), state: 'sent' })).status).toBe(400);
  expect((await server.post(cast.headA, '/v1/notifications/retry', { since: since(0) })).status).toBe(403);
});
