// Consents over the API: an operator finds them and withdraws one in a person's name, on the version that they have seen.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditFaults } from '../../../engine/store/audit.ts';
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

const address = () => `/v1/consents/${story.studentA}.1`;
const withdraw = (headers: Record<string, string>, wish?: string) =>
  server.post(cast.operator, `${address()}/withdrawal`, { ground: 'asked-by-the-person' }, wish, headers);

it('lists them a page at a time, each once, with who gave it', async () => {
  const all = await server.get(cast.operator, '/v1/consents');
  const ids: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const at = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await server.get(cast.operator, `/v1/consents?limit=1${at}`);
    ids.push(...body.items.map((each) => each.id));
    cursor = body.next;
  }
  expect(ids).toEqual(all.body.items.map((each) => each.id));
  expect(ids.length).toBeGreaterThan(1);
  const { body } = await server.get(cast.operator, `/v1/consents?person=${story.studentA}`);
  expect(body.items).toMatchObject([{ givenBy: story.studentA, purpose: 'credit', withdrawnAt: null }]);
});

it('is withdrawn on the version that was seen, once, and stands in the audit chain', async () => {
  expect((await withdraw({})).status).toBe(428);
  expect((await withdraw({ 'if-match': '"0"' })).status).toBe(412);
  const etag = String((await server.get(cast.operator, address())).headers.etag);
  const first = await withdraw({ 'if-match': etag }, 'the-wish');
  expect([first.status, first.body.withdrawnBy]).toEqual([200, cast.operator.id]);
  expect((await withdraw({ 'if-match': etag }, 'the-wish')).text).toBe(first.text);
  const now = String((await server.get(cast.operator, address())).headers.etag);
  const again = await withdraw({ 'if-match': now });
  expect([again.status, again.text]).toEqual([409, expect.stringContaining('common.no-live-consent')]);
  const { body } = await server.get(cast.operator, `/v1/consents?person=${story.studentA}&live=true`);
  expect(body.items).toEqual([]);
  expect(await auditFaults(story.ctx, `people/${story.studentA}`)).toEqual([]);
});

it('is not for anybody else, nor for a consent that is not there', async () => {
  const denied = await server.post(cast.headA, `${address()}/withdrawal`, { ground: 'given-in-error' });
  expect(denied.status).toBe(403);
  expect((await server.get(cast.operator, '/v1/consents/nobody.1')).status).toBe(404);
  expect((await server.get(cast.operator, `/v1/consents/${story.studentA}.9`)).status).toBe(404);
});
