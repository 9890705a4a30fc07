// The server as an attacker meets it: bytes over a socket. Whatever is ambiguous is refused and the connection closed, so
// that nothing hides behind it; every answer bears the headers that keep browsers in bounds; nothing is shared across sites.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRoutes } from '../../../api/pages/routes.ts';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { OUTSIDE_KEY, openServer, type ServerStage } from './stage.ts';

let server: ServerStage;
let port: number;

beforeAll(async () => {
  server = await openServer({
    resourcesOf: async (ctx) => [await resourceRoutes(ctx)],
    open: () => [pageRoutes(false)],
  });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const address = server.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => server?.close());

interface Heard {
  readonly status: number;
  readonly text: string;
  /** Answers on this connection. */
  readonly answers: number;
}

/** Sends bytes as they are, hears what comes until the other side closes. */
const say = (bytes: string): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const starts = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
      resolve({ status: starts[0] ?? 0, text, answers: starts.length });
    });
  });

const lines = (...each: string[]): string => `${each.join('\r\n')}\r\n\r\n`;
const host = 'Host: qadam.example';
const key = `Authorization: Bearer ${OUTSIDE_KEY}`;
const close = 'Connection: close';
const post = 'POST /v1/universities HTTP/1.1';
const json = 'Content-Type: application/json';
/** What an attacker hides behind a request that two servers read differently. */
const hidden = lines('GET /openapi.json HTTP/1.1', host, close);

describe('what two servers could read differently is refused, and nothing behind it is heard', () => {
  test.each([
    [
      'a length and chunks',
      `${lines(post, host, json, key, 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n${hidden}`,
    ],
    [
      'chunks and a length',
      `${lines(post, host, json, key, 'Transfer-Encoding: chunked', 'Content-Length: 4')}0\r\n\r\n${hidden}`,
    ],
    ['two lengths', lines(post, host, json, key, 'Content-Length: 0', 'Content-Length: 44') + hidden],
    ['two lengths in one', lines(post, host, json, key, 'Content-Length: 0, 44') + hidden],
    ['a signed length', lines(post, host, json, key, 'Content-Length: +0') + hidden],
    ['a length in hex', lines(post, host, json, key, 'Content-Length: 0x10') + hidden],
    ['an unknown coding', lines(post, host, json, key, 'Transfer-Encoding: xchunked') + hidden],
    [
      'chunks that are not last',
      lines(post, host, json, key, 'Transfer-Encoding: chunked, identity') + hidden,
    ],
    ['a blank before the colon', lines(post, host, json, key, 'Transfer-Encoding : chunked') + hidden],
    [
      'a chunk too long to count',
      `${lines(post, host, json, key, 'Transfer-Encoding: chunked')}FFFFFFFFFFFFFFFFF\r\n${hidden}`,
    ],
    [
      'a chunk with a wrong size',
      `${lines(post, host, json, key, 'Transfer-Encoding: chunked')}zz\r\n${hidden}`,
    ],
    ['a folded header', lines('GET / HTTP/1.1', host, 'X-A: b', ' c: d') + hidden],
    ['a control character in a header', lines('GET / HTTP/1.1', host, 'X-A: b\u0000c') + hidden],
    ['no host', lines('GET / HTTP/1.1') + hidden],
    ['another protocol', lines('GET / HTTP/9.9', host) + hidden],
    ['no protocol', `GET /\r\n\r\n${hidden}`],
    ['an unknown method', lines('GTE / HTTP/1.1', host) + hidden],
    ['a blank in the address', lines('GET /a b HTTP/1.1', host) + hidden],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001'],
  ])('%s', async (_name, bytes) => {
    const { status, answers, text } = await say(bytes);
    expect({ status, answers }).toEqual({ status: 400, answers: 1 });
    expect(text).toMatch(/connection: close/i);
    expect(text).not.toContain('"openapi"');
  });

  test('headers without end are cut off', async () => {
    const { status, answers } = await say(lines('GET / HTTP/1.1', host, `X-A: ${'a'.repeat(20_000)}`));
    expect({ status, answers }).toEqual({ status: 431, answers: 1 });
  });
});

describe('addresses and methods', () => {
  test.each<[string, string, number]>([
    [
      'an address with a host is asked for a key as any other',
      'GET http://evil.example/v1/organisations HTTP/1.1',
      401,
    ],
    ['what looks like another host is nothing here', 'GET //evil.example/%2e%2e HTTP/1.1', 404],
    ['a way out of the assets', 'GET /assets/..%2f..%2fserver.ts HTTP/1.1', 404],
    ['another way out', 'GET /assets/../../server.ts HTTP/1.1', 400],
    ['a NUL', 'GET /assets/%00 HTTP/1.1', 400],
    ['half an escape', 'GET /v1/organisations/%zz HTTP/1.1', 400],
    ['TRACE', 'TRACE / HTTP/1.1', 405],
    ['OPTIONS', 'OPTIONS /v1/organisations HTTP/1.1', 405],
    ['PUT', 'PUT /v1/organisations HTTP/1.1', 405],
  ])('%s', async (_name, first, expected) => {
    const { status, text } = await say(lines(first, host, close));
    expect(status).toBe(expected);
    expect(text).not.toMatch(/^location:/im);
  });

  test('a tunnel is not dug', async () => {
    expect((await say(lines('CONNECT evil.example:443 HTTP/1.1', host, close))).status).not.toBe(200);
  });
});

describe('every answer', () => {
  test.each([
    ['a page', lines('GET / HTTP/1.1', host, close)],
    ['data', lines('GET /v1/organisations HTTP/1.1', host, key, close)],
    ['a refusal', lines('GET /v1/organisations HTTP/1.1', host, close)],
    ['nothing there', lines('GET /nowhere HTTP/1.1', host, close)],
    [
      'a preflight',
      lines(
        'OPTIONS /v1/organisations HTTP/1.1',
        host,
        'Origin: https://evil.example',
        'Access-Control-Request-Method: POST',
        close,
      ),
    ],
    [
      'data for another site',
      lines('GET /v1/organisations HTTP/1.1', host, key, 'Origin: https://evil.example', close),
    ],
  ])('%s keeps browsers in bounds and is shared with no other site', async (_name, bytes) => {
    const { text } = await say(bytes);
    const head = text.split('\r\n\r\n')[0] ?? '';
    expect(head).toMatch(/^content-security-policy: default-src 'none'/im);
    expect(head).toMatch(/^x-content-type-options: nosniff/im);
    expect(head).toMatch(/^x-frame-options: DENY/im);
    expect(head).toMatch(/^referrer-policy: no-referrer/im);
    expect(head).toMatch(/^cross-origin-resource-policy: same-origin/im);
    expect(head).not.toMatch(/^(access-control-|x-powered-by|server:)/im);
  });
});

test('a request may not take for ever, nor may its headers', () => {
  const { requestTimeout, headersTimeout } = server.app.server;
  expect([
    requestTimeout > 0 && requestTimeout <= 120_000,
    headersTimeout > 0 && headersTimeout <= 60_000,
  ]).toEqual([true, true]);
});
