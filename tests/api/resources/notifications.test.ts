// Deliveries as operators see them: by state, without what they said, and sent again when they failed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertDelivery } from '../../../engine/notify/insert.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { freshDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;
const failed = 'credit_students/x/3.1/someone/1';
const orphan = 'unsent/1';

beforeAll(async () => {
  story = await tellStory(freshDatabase());
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
