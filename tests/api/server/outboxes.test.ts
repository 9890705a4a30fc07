// Whatever is owned is carried: the worker knows every collection that has an outbox, that of the API keys, too.
import { expect, test } from 'vitest';
import { programmes } from '../../../engine/programmes/registry.ts';
import { partsOf } from '../../../engine/programmes/rooms.ts';
import { auditOf } from '../../../engine/store/audit-log.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { withServer } from '../../support/fixtures/with-server.ts';

const server = withServer('file');

const owners = partsOf({ programmes }).flatMap((each) => each.owners);

test('every collection with an outbox is one that the worker carries', async () => {
  const { db } = server.ctx.db;
  if (!db) throw new Error('no database');
  const collections = await db.listCollections().toArray();
  const withOutbox: string[] = [];
  // Tests of the store declare collections of their own, in the same process.
  for (const { name } of collections.filter((each) => !each.name.startsWith('test_')))
    if ((await db.collection(name).indexes()).some(({ key }) => 'outbox.id' in key)) withOutbox.push(name);
  expect(withOutbox.length).toBeGreaterThan(3);
  expect(owners.map((each) => each.name).sort()).toEqual(withOutbox.sort());
});

test('who made a key, and who revoked it, comes into the audit log', async () => {
  const body = { name: 'Audited', grants: [{ role: 'operator', scope: 'all' }] };
  const { id } = (await server.ask('POST', '/v1/api-keys', { body, key: 'audited' })).json();
  await server.ask('POST', `/v1/api-keys/${id}/revoke`, { key: 'audited-end' });
  for (const owner of owners)
    await relayOutbox(server.ctx, owner, async () => expect.fail('keys announce nothing'));
  const { items } = await auditOf(server.ctx, `api_keys/${id}`, { limit: 10, after: null });
  expect(items.map(({ action, actor }) => [action, actor])).toEqual([
    ['key created', 'key:environment'],
    ['key revoked', 'key:environment'],
  ]);
});
