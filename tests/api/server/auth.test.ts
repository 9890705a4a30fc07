// Who gets in: keys made, used, expired and revoked; routes that forgot to say whom they are for.
import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bootstrapKey } from '../../../api/auth/bootstrap.ts';
import { actorOf } from '../../../api/routes/asking.ts';
import { apiKeys } from '../../../engine/access/store.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { withServer } from '../../support/fixtures/with-server.ts';
import { OUTSIDE_KEY, openServer } from './stage.ts';

const server = withServer('file', {
  resources: [
    async (app) => {
      app.get('/me', async (request) => actorOf(request));
    },
  ],
});

const make = async (body: object, key = `make-${JSON.stringify(body).length}-${Math.random()}`) =>
  (await server.ask('POST', '/v1/api-keys', { body, key })).json();

const head = { name: 'Test of a head', grants: [{ role: 'head', scope: 'organisation:200140000014' }] };

test('without a key, or with an unknown one, nothing beneath /v1 answers', async () => {
  for (const apiKey of [null, 'qadam_nosuchkey', ' ', '{"$ne":null}']) {
    const answer = await server.ask('GET', '/v1/me', { apiKey });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json().code).toBe('unauthenticated');
  }
});

test('a key from the environment is an operator; it is taken from either header', async () => {
  const expected = { kind: 'key', id: 'environment', grants: [{ role: 'operator', scope: 'all' }] };
  expect((await server.ask('GET', '/v1/me')).json()).toEqual(expected);
  const headers = { 'x-api-key': OUTSIDE_KEY };
  expect((await server.ask('GET', '/v1/me', { apiKey: null, headers })).json()).toEqual(expected);
});

test('a key is shown once, acts with its grants, and is kept as a hash alone', async () => {
  const { key, id } = await make(head);
  expect(key).toMatch(/^qadam_[a-z2-9]{32}$/);
  expect((await server.ask('GET', '/v1/me', { apiKey: String(key) })).json()).toEqual({
    kind: 'key',
    id,
    grants: head.grants,
  });
  const list = await server.ask('GET', '/v1/api-keys');
  expect(list.text).toContain(String(id));
  expect(list.text).not.toContain(String(key));
  const stored = JSON.stringify(await apiKeys.on(server.ctx.db).find({}).lean());
  expect(stored).not.toContain(String(key));
  expect(server.log()).not.toContain(String(key));
});

test('a key ends when it expires', async () => {
  const { key } = await make({ ...head, expiresInDays: 2 });
  expect((await server.ask('GET', '/v1/me', { apiKey: String(key) })).status).toBe(200);
  server.clock.advance(2 * DAY);
  expect((await server.ask('GET', '/v1/me', { apiKey: String(key) })).status).toBe(401);
});

test('a revoked key ends at once; revoking it again changes nothing', async () => {
  const { key, id } = await make(head);
  const first = await server.ask('POST', `/v1/api-keys/${id}/revoke`, { key: 'revoke-1' });
  expect(first.status).toBe(200);
  expect((await server.ask('GET', '/v1/me', { apiKey: String(key) })).status).toBe(401);
  server.clock.advance(1_000);
  const again = await server.ask('POST', `/v1/api-keys/${id}/revoke`, { key: 'revoke-2' });
  expect(again.json().revokedAt).toBe(first.json().revokedAt);
  expect((await server.ask('POST', '/v1/api-keys/nosuch/revoke', { key: 'revoke-3' })).status).toBe(404);
});

test('only operators manage keys', async () => {
  const apiKey = String((await make(head)).key);
  expect((await server.ask('GET', '/v1/api-keys', { apiKey })).status).toBe(403);
  const body = { name: 'Mine', grants: [{ role: 'operator', scope: 'all' }] };
  expect((await server.ask('POST', '/v1/api-keys', { apiKey, body, key: 'mine' })).status).toBe(403);
});

test.each([
  ['head', 'everything'],
  ['head', 'university:alpha'],
  ['operator', 'region:75'],
  ['financial-centre', 'organisation:200140000014'],
  ['registrar', 'organisation:200140000014'],
  ['student', 'university:alpha'],
])('a key cannot be %s in %s', async (role, scope) => {
  const body = { name: 'Strange', grants: [{ role, scope }] };
  const answer = await server.ask('POST', '/v1/api-keys', { body, key: `strange-${role}-${scope}` });
  expect(answer.status).toBe(400);
  const wrong = (answer.json().errors as { pointer: string }[]).map((each) => each.pointer);
  expect(wrong).toContain('/grants/0/scope');
});

test.each(['/v1/forgotten', '/forgotten'])(
  'a route that does not say whom it is for (%s) keeps the server from starting',
  async (url) => {
    const forgetful = openServer({
      open: () => [async (app) => void app.get(url, async () => 'open to all')],
    });
    await expect(forgetful).rejects.toThrow(`GET ${url}`);
  },
);

test('the first start leaves an operator key for its owner alone; a deleted file stays deleted', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'qadam-key-'));
  const fresh = await openServer();
  try {
    const file = join(directory, 'admin-key');
    await bootstrapKey(fresh.ctx, directory);
    await bootstrapKey(fresh.ctx, directory);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const apiKey = readFileSync(file, 'utf8').trim();
    expect((await fresh.ask('GET', '/v1/api-keys', { apiKey })).json().items).toHaveLength(1);
    unlinkSync(file);
    await bootstrapKey(fresh.ctx, directory);
    expect(() => statSync(file)).toThrow();
  } finally {
    await fresh.close();
    rmSync(directory, { recursive: true });
  }
});
