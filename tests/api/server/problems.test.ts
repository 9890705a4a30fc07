// What the server answers when something is wrong: problem details, with what a client needs and nothing more.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemTypes } from '../../../api/problem-types.ts';
import { unwrap } from '../../../api/routes/asking.ts';
import { AppError, errorTable } from '../../../engine/kernel/errors.ts';
import { refused } from '../../../engine/kernel/result.ts';
import { openServer, type ServerStage } from './stage.ts';

let server: ServerStage;

const trouble: FastifyPluginAsyncTypebox = async (app) => {
  const config = { pureRead: true };
  const body = Type.Object(
    { age: Type.Integer(), name: Type.String({ minLength: 2 }) },
    { additionalProperties: false },
  );
  const querystring = Type.Object({ limit: Type.Optional(Type.Integer()) }, { additionalProperties: false });
  app.post('/trouble/body', { schema: { body }, config }, async () => ({ fine: true }));
  app.get('/trouble/query', { schema: { querystring } }, async ({ query }) => query);
  app.get('/trouble/bug', async () => {
    throw new Error('the secret plan is in /etc');
  });
  app.get('/trouble/busy', async () => {
    throw new AppError('contended', 'people/1 changed 5 times');
  });
  app.get('/trouble/refused', async () =>
    unwrap(refused('common.iin-length', { length: 11 }), { 'common.iin-length': '/iin' }),
  );
};

beforeAll(async () => {
  server = await openServer({ resources: [trouble] });
});
afterAll(() => server?.close());

test('every code of AppError has its problem type, with its status and Retry-After', () => {
  for (const [code, { status, retry }] of Object.entries(errorTable)) {
    const type = problemTypes[code as keyof typeof errorTable];
    expect(type.status, code).toBe(status);
    expect(type.retryAfter !== undefined, code).toBe(retry);
  }
});

test('a faulty body is refused with a pointer to every fault, and never with what was sent', async () => {
  const answer = await server.ask('POST', '/v1/trouble/body', { body: { age: '7', surname: 'Хасанова' } });
  expect(answer.status).toBe(400);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.json()).toMatchObject({
    type: 'urn:qadam:problem:invalid-input',
    status: 400,
    code: 'invalid-input',
    requestId: answer.headers['x-request-id'],
  });
  expect(answer.json().errors).toEqual(
    expect.arrayContaining([
      { pointer: '/name', in: 'body', detail: 'is missing' },
      { pointer: '/surname', in: 'body', detail: 'is not known here' },
      { pointer: '/age', in: 'body', detail: 'must be integer' },
    ]),
  );
  expect(answer.text).not.toContain('Хасанова');
});

test('a query is text and becomes what its schema says; unknown parameters are refused', async () => {
  expect((await server.ask('GET', '/v1/trouble/query?limit=7')).json()).toEqual({ limit: 7 });
  expect((await server.ask('GET', '/v1/trouble/query?limit=x')).json().errors).toEqual([
    { pointer: '/limit', in: 'querystring', detail: 'must be integer' },
  ]);
  expect((await server.ask('GET', '/v1/trouble/query?limitt=7')).status).toBe(400);
});

test('a bug tells a reference that is in the log, and nothing else', async () => {
  const answer = await server.ask('GET', '/v1/trouble/bug');
  expect(answer.status).toBe(500);
  const { reference } = answer.json();
  expect(reference).toMatch(/^[A-Z2-9]{8}$/);
  expect(answer.text).not.toMatch(/secret plan|\.ts|stack/);
  expect(server.log()).toContain(`"reference":"${reference}"`);
  expect(server.log()).toContain('the secret plan');
});

test('what is worth another try says when', async () => {
  const answer = await server.ask('GET', '/v1/trouble/busy');
  expect(answer.status).toBe(503);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(answer.text).not.toContain('people/1');
});

test("a refusal gives every reason with its code, in the reader's language", async () => {
  const of = async (language: string) => {
    const headers = { 'accept-language': language };
    return (await server.ask('GET', '/v1/trouble/refused', { headers })).json();
  };
  const ru = await of('ru');
  expect(ru).toMatchObject({ status: 409, code: 'refused-by-rules' });
  expect(ru.errors).toEqual([
    { pointer: '/iin', code: 'common.iin-length', detail: 'В ИИН 12 цифр, здесь 11.' },
  ]);
  const details = await Promise.all(
    ['kk', 'ru', 'en'].map(async (each) => JSON.stringify((await of(each)).errors)),
  );
  expect(new Set(details).size).toBe(3);
});

test('an unknown address is 404; a known one with another method is 405 and names those it takes', async () => {
  expect((await server.ask('GET', '/v1/nothing')).json()).toMatchObject({ status: 404, code: 'not-found' });
  const other = await server.ask('PATCH', '/v1/trouble/query');
  expect(other.json()).toMatchObject({ status: 405, code: 'method-not-allowed' });
  expect(other.headers.allow).toBe('GET, HEAD');
});

test('bodies that are no JSON, too large or of another type are told apart', async () => {
  const send = (payload: string, type = 'application/json') =>
    server.app.inject({
      method: 'POST',
      url: '/v1/trouble/body',
      headers: { 'content-type': type, 'x-api-key': 'an-operator-key-of-the-tests' },
      payload,
    });
  expect((await send('{')).json()).toMatchObject({ status: 400, code: 'malformed-body' });
  expect((await send(`"${'x'.repeat(1_100_000)}"`)).json()).toMatchObject({ status: 413, code: 'too-large' });
  expect((await send('<a/>', 'application/xml')).json()).toMatchObject({
    status: 415,
    code: 'unsupported-media',
  });
});

test.each([
  ['too deep', `${'{"a":'.repeat(41)}1${'}'.repeat(41)}`, '/a'.repeat(40)],
  ['too deep a list', `${'['.repeat(60_000)}${']'.repeat(60_000)}`, '/0'.repeat(40)],
  ['too many values', `{"list":[${'1,'.repeat(20_000)}1]}`, '/list'],
  ['with a key of prototypes', '{"a":{"__proto__":{"age":1}}}', '/a/__proto__'],
  ['with a key of prototypes, twice removed', '{"constructor":{"prototype":{}}}', '/constructor'],
])('a body %s is refused before anything reads it, by its place', async (_, payload, pointer) => {
  const headers = { 'content-type': 'application/json', 'x-api-key': 'an-operator-key-of-the-tests' };
  const answer = await server.app.inject({ method: 'POST', url: '/v1/trouble/body', headers, payload });
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-input', errors: [{ pointer }] });
  expect(answer.json().errors[0].detail.length).toBeGreaterThan(10);
});

const nested = Type.Object({ name: Type.String() });
const closed = { additionalProperties: false };

test.each([
  ['body', Type.Object({ list: Type.Array(nested) }, closed), 'body/list/items'],
  ['body', Type.Union([Type.Object({ inner: Type.Optional(nested) }, closed)]), 'body/anyOf/0/inner'],
  ['querystring', nested, 'querystring'],
  ['params', nested, 'params'],
])('a route whose %s takes unknown keys keeps the server from starting', async (part, schema, place) => {
  const careless: FastifyPluginAsyncTypebox = async (app) =>
    void app.post('/careless/:name', { schema: { [part]: schema } }, async () => 'fine');
  await expect(openServer({ resources: [careless] })).rejects.toThrow(
    `POST /v1/careless/:name takes unknown keys: ${place}`,
  );
});

test('an address that is no address is refused as a problem, too', async () => {
  const answer = await server.app.inject({ method: 'GET', url: '/v1/trouble/%zz' });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'bad-request' });
});
