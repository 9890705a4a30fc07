// Erasing a person over the API: by an operator only, on the version that they have seen, for a ground that is written
// down, and not while money is on its way.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { people } from '../../../engine/people/store.ts';
import { payouts } from '../../../engine/programmes/credit/store.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;
beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
});
afterAll(async () => {
  await server.close();
  await story.close();
});

const ground = { ground: 'court-decision' };
const url = (id: string) => `/v1/participants/${id}/erasure`;
const erase = (id: string, headers: Record<string, string>, body: object = ground, wish?: string) =>
  server.post(cast.operator, url(id), body, wish, headers);
const versionOf = async (id: string) => ({
  'if-match': String((await server.get(cast.operator, `/v1/participants/${id}`)).headers.etag),
});
const erasureOf = async (id: string) => (await people.on(story.ctx.db).findById(id).lean())?.erasure ?? null;

it('wants the version that was seen, and a ground of the list', async () => {
  const id = story.studentB;
  expect((await erase(id, {})).status).toBe(428);
  expect((await erase(id, { 'if-match': '"0"' })).status).toBe(412);
  expect((await erase(id, await versionOf(id), { ground: 'tidying up' })).status).toBe(400);
  expect((await erase(id, await versionOf(id), {})).status).toBe(400);
  expect(await erasureOf(id)).toBeNull();
});

it('waits while a payout is under way, and says so', async () => {
  const id = story.studentA;
  await payouts.on(story.ctx.db).updateMany({ studentId: id }, { $set: { state: 'ordered' } });
  const answer = await erase(id, await versionOf(id));
  expect([answer.status, answer.body.errors]).toMatchObject([409, [{ code: 'credit.payout-under-way' }]]);
  expect(await erasureOf(id)).toBeNull();
  await payouts.on(story.ctx.db).updateMany({ studentId: id }, { $set: { state: 'paid' } });
  expect((await erase(id, await versionOf(id))).status).toBe(202);
});

it('is taken once, and the ground stands in the audit', async () => {
  const id = story.studentB;
  const version = await versionOf(id);
  const first = await erase(id, version, ground, 'the-wish');
  expect([first.status, first.body]).toEqual([202, { id }]);
  expect((await erase(id, version, ground, 'the-wish')).text).toBe(first.text);
  expect((await erase(id, await versionOf(id))).status).toBe(409);
  expect((await erasureOf(id))?.askedBy).toBe(`key:${cast.operator.id}`);
  await story.relay();
  const { body } = await server.get(cast.operator, `/v1/participants/${id}/timeline?limit=100`);
  expect(body.items).toContainEqual(
    expect.objectContaining({ action: 'erasure asked', details: expect.objectContaining(ground) }),
  );
});

it('lets an operator read the copy before, without a sealed number, and notes it', async () => {
  const id = story.studentA;
  const { status, headers, body, text } = await server.get(cast.operator, `/v1/participants/${id}/export`);
  expect([status, headers['cache-control'], body.person]).toEqual([200, 'no-store', id]);
  expect(text).not.toMatch(/"(numbers|sealed\w+)":/);
  await story.relay();
  const { body: timeline } = await server.get(cast.operator, `/v1/participants/${id}/timeline?limit=100`);
  expect(timeline.items).toContainEqual(expect.objectContaining({ action: 'record read' }));
});
