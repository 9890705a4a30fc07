// Undoing and deciding together through the API: by whoever decided, in the version that was seen, once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;

beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
  const url = `/v1/credit/hours/${story.entryB}/decision`;
  await server.post(cast.coordinatorB, url, { confirm: true });
});
afterAll(async () => {
  await server.close();
  await story.close();
});

it('hours are opened again by whoever confirmed them, and confirmed anew', async () => {
  const url = `/v1/reviews/hours%2F${story.entryB}/undo`;
  const stale = await server.post(cast.coordinatorB, url, undefined, undefined, { 'if-match': '"r0"' });
  expect(stale.status).toBe(412);
  const undone = await server.post(cast.coordinatorB, url, undefined, 'undo-b');
  expect(undone).toMatchObject({ status: 200, body: { id: `hours/${story.entryB}`, state: 'open' } });
  const again = await server.post(cast.coordinatorB, url, undefined, 'undo-b');
  expect(again).toMatchObject({ status: 200, body: undone.body });
  const { body } = await server.post(cast.coordinatorB, url);
  expect(body.errors).toMatchObject([{ code: 'reviews.nothing-to-undo' }]);
  const anew = `/v1/credit/hours/${story.entryB}/decision`;
  expect((await server.post(cast.coordinatorB, anew, { confirm: true })).status).toBe(200);
});

it('hours are decided together, each in the version seen, and undone together', async () => {
  const item = (subject: string, version: string) => ({ subject, version });
  const undone = await server.post(cast.coordinatorB, `/v1/reviews/hours%2F${story.entryB}/undo`);
  const week = await server.get(cast.coordinatorB, `/v1/reviews?group=${undone.body.group}`);
  expect(week.body.items).toMatchObject([{ subject: story.entryB, version: 'r0' }]);
  const body = { kind: 'hours', items: [item(story.entryB, 'r0'), item('gone', 'r0')] };
  const done = await server.post(cast.coordinatorB, '/v1/reviews/bulks', body, 'bulk-b');
  const wanted = {
    done: [`hours/${story.entryB}`],
    left: [{ id: 'hours/gone', reasons: ['reviews.gone'] }],
  };
  expect(done).toMatchObject({ status: 200, body: { state: 'decided', ...wanted } });
  const url = `/v1/reviews/bulks/${done.body.id}/undo`;
  expect((await server.post(cast.headB, url)).status).toBe(404);
  const back = await server.post(cast.coordinatorB, url);
  expect(back).toMatchObject({ status: 200, body: { state: 'undone', done: wanted.done, left: [] } });
  const stale = { kind: 'hours', items: [item(story.entryB, 'c1')] };
  expect((await server.post(cast.coordinatorB, '/v1/reviews/bulks', stale)).body.left).toMatchObject([
    { reasons: ['common.changed-meanwhile'] },
  ]);
  expect(
    (await server.post(cast.coordinatorB, '/v1/reviews/bulks', { ...stale, kind: 'payout' })).status,
  ).toBe(400);
  const anew = `/v1/credit/hours/${story.entryB}/decision`;
  expect((await server.post(cast.coordinatorB, anew, { confirm: true })).status).toBe(200);
});
