// A change is made once for each Idempotency-Key: repeats are answered, mistakes refused, duplicates wait.

import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { unchanged } from '../../../api/conditional.ts';
import { claim, release } from '../../../api/idempotency/store.ts';
import { commandOf, tagged } from '../../../api/routes/asking.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { giveBack } from '../../support/services/fresh-database.ts';
import { OUTSIDE_KEY, openContext, openServer, type ServerStage } from './stage.ts';

/** No valid UTF-8. */
const BYTES = Buffer.from([0x50, 0x4b, 0xff, 0xfe, 0x00, 0x80]);

let server: ServerStage;
let commands: string[] = [];
/** How the next execution goes. */
let within: () => Promise<unknown>;

const counted: FastifyPluginAsyncTypebox = async (app) => {
  const body = Type.Object({ hours: Type.Integer() }, { additionalProperties: false });
  app.post('/counted', { schema: { body } }, async (request, reply) => {
    commands.push(commandOf(request).id);
    await within();
    return reply.code(201).header('location', '/v1/counted/1').send({ times: commands.length });
  });
  app.post('/pure', { config: { pureRead: true } }, async () => ({ fine: true }));
  app.get('/versioned', async (_request, reply) => tagged(reply, 7).send({ v: 7 }));
  app.post('/bytes', async (_request, reply) => {
    commands.push('bytes');
    return reply.type('application/octet-stream').send(BYTES);
  });
  app.post('/streamed', async (_request, reply) => {
    commands.push('streamed');
    return reply.type('text/csv').send(Readable.from(['name,hours\n', 'Әлия,4\n']));
  });
  app.patch('/versioned', async (request) => {
    unchanged(request, 7);
    return { v: 8 };
  });
};

beforeAll(async () => {
  server = await openServer({ resources: [counted] });
});
afterAll(() => server?.close());
beforeEach(() => {
  commands = [];
  within = async () => undefined;
});

const send = (key: string | undefined, hours = 4, apiKey?: string) =>
  server.ask('POST', '/v1/counted', {
    body: { hours },
    ...(key !== undefined && { key }),
    ...(apiKey !== undefined && { apiKey }),
  });

test('without a key nothing is changed', async () => {
  for (const key of [undefined, '', ' ', 'x'.repeat(201)]) {
    const answer = await send(key);
    expect(answer.status).toBe(428);
    expect(answer.json().code).toBe('precondition-required');
  }
  expect(commands).toEqual([]);
});

test('a route that only reads needs no key', async () => {
  expect((await server.ask('POST', '/v1/pure')).status).toBe(200);
});

test('the same request again is answered with what the first one was answered', async () => {
  const first = await send('again');
  const second = await send('again');
  expect(first.status).toBe(201);
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(second.headers['content-type']).toBe(first.headers['content-type']);
  expect(second.headers.location).toBe('/v1/counted/1');
  expect([second.status, second.text]).toEqual([201, first.text]);
  expect(commands).toHaveLength(1);
});

test('another request under a used key is refused', async () => {
  await send('used');
  const answer = await send('used', 5);
  expect(answer.json()).toMatchObject({ status: 422, code: 'idempotency-mismatch' });
  expect(commands).toHaveLength(1);
});

test('the keys of two callers do not meet, and their commands differ', async () => {
  const body = { name: 'Second caller', grants: [{ role: 'operator', scope: 'all' }] };
  const made = await server.ask('POST', '/v1/api-keys', { body, key: 'second-caller' });
  await send('shared');
  await send('shared', 4, String(made.json().key));
  expect(new Set(commands).size).toBe(2);
});

test('of ten at once one is executed; the others are given its answer', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => send('at-once')));
  expect(commands).toHaveLength(1);
  expect(new Set(answers.map((each) => `${each.status} ${each.text}`))).toEqual(new Set(['201 {"times":1}']));
  expect(answers.filter((each) => each.headers['idempotency-replayed'] === 'true')).toHaveLength(9);
});

test('a duplicate of what takes long is told to come back', async () => {
  let finish: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    within = () => {
      resolve();
      return new Promise<void>((done) => {
        finish = done;
      });
    };
  });
  const first = send('long');
  await started;
  const second = await send('long');
  expect(second.json()).toMatchObject({ status: 409, code: 'in-progress' });
  expect(second.headers['retry-after']).toBe('1');
  finish();
  expect((await first).status).toBe(201);
  expect((await send('long')).headers['idempotency-replayed']).toBe('true');
});

test('what was not served can be sent again under its key, and is the same command', async () => {
  within = async () => {
    throw new AppError('unavailable', 'away');
  };
  expect((await send('later')).status).toBe(503);
  within = async () => undefined;
  expect((await send('later')).status).toBe(201);
  expect(commands).toHaveLength(2);
  expect(new Set(commands).size).toBe(1);
});

test('an invalid body takes no key', async () => {
  const bad = await server.ask('POST', '/v1/counted', { body: { hours: 'x' }, key: 'fixed' });
  expect(bad.status).toBe(400);
  expect((await send('fixed')).status).toBe(201);
});

test('a kept answer cannot be read in the database', async () => {
  const body = { name: 'Sealed answer', grants: [{ role: 'operator', scope: 'all' }] };
  const { key } = (await server.ask('POST', '/v1/api-keys', { body, key: 'sealed' })).json();
  const stored = await server.ctx.db.collection('idempotent_requests').find({}).toArray();
  expect(stored.length).toBeGreaterThan(0);
  expect(JSON.stringify(stored)).not.toContain(String(key));
});

test('a claim whose holder died is taken over by one of those who ask', async () => {
  const { ctx } = await openContext();
  try {
    const first = await claim(ctx, 'dead', 'f');
    expect(first.kind).toBe('ours');
    expect((await claim(ctx, 'dead', 'f')).kind).toBe('running');
    const claimedAt = new Date(Date.UTC(2020, 0, 1));
    await ctx.db.collection('idempotent_requests').updateOne({}, { $set: { claimedAt } });
    const kinds = await Promise.all([1, 2, 3].map(async () => (await claim(ctx, 'dead', 'f')).kind));
    expect(kinds.filter((kind) => kind === 'ours')).toHaveLength(1);
    if (first.kind === 'ours') await release(ctx, 'dead', first.claimedAt);
    expect((await claim(ctx, 'dead', 'f')).kind).toBe('running');
  } finally {
    await giveBack(ctx.db);
  }
});

test('a change under If-Match: 428 without, 412 with another version, done with the right one', async () => {
  const patch = (key: string, ifMatch?: string) =>
    server.ask('PATCH', '/v1/versioned', { key, ...(ifMatch && { headers: { 'if-match': ifMatch } }) });
  const { etag } = (await server.ask('GET', '/v1/versioned')).headers;
  expect(etag).toBe('"7"');
  expect((await patch('m1')).json()).toMatchObject({ status: 428, code: 'precondition-required' });
  const stale = await patch('m2', '"6"');
  expect(stale.json()).toMatchObject({ status: 412, code: 'version-conflict' });
  expect(stale.json().errors).toMatchObject([{ value: '"6"' }, { value: '"7"' }]);
  expect((await patch('m3', String(etag))).json()).toEqual({ v: 8 });
});

test('what another If-Match hints is not answered for good: the same key goes on', async () => {
  const patch = (ifMatch?: string) =>
    server.ask('PATCH', '/v1/versioned', {
      key: 'one-wish',
      ...(ifMatch && { headers: { 'if-match': ifMatch } }),
    });
  expect((await patch()).status).toBe(428);
  expect((await patch('"6"')).status).toBe(412);
  expect((await patch('"7"')).json()).toEqual({ v: 8 });
  expect((await patch('"7"')).headers['idempotency-replayed']).toBe('true');
});

test('bytes and streams are answered again as they were', async () => {
  for (const [url, type] of [
    ['/v1/bytes', 'application/octet-stream'],
    ['/v1/streamed', 'text/csv'],
  ] as const) {
    const again = () =>
      server.app.inject({
        method: 'POST',
        url,
        headers: { 'x-api-key': OUTSIDE_KEY, 'idempotency-key': `repeated${url.replaceAll('/', '-')}` },
      });
    const [first, second] = [await again(), await again()];
    expect(first.headers['content-type']).toContain(type);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(first.rawPayload.byteLength).toBeGreaterThan(5);
    expect(second.rawPayload).toEqual(first.rawPayload);
  }
  expect(commands).toEqual(['bytes', 'streamed']);
});
