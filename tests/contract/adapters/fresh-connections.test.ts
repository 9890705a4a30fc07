// One connection that died in silence takes the idle ones with it, and leaves alone what is under way.
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Pool } from 'undici';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FreshConnections } from '../../../bot/adapters/telegram/fresh-connections.ts';

/** undici looks at its time-outs once a second. */
const SILENCE = 500;

let server: Server;
let connections: FreshConnections;
/** In the order in which they were opened. */
let opened: Socket[];
/** Connections on which nothing is answered any more. */
let silent: Set<Socket>;
/** What is answered when the test says so. */
let held: ServerResponse[];

beforeEach(async () => {
  opened = [];
  silent = new Set();
  held = [];
  server = createServer(({ url, socket }, response) => {
    if (url === '/held') held.push(response);
    else if (!silent.has(socket)) response.end(String(opened.indexOf(socket)));
  });
  server.on('connection', (socket) => opened.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  connections = new FreshConnections(() => new Pool(`http://127.0.0.1:${port}`, { connections: 8 }));
});
afterEach(async () => {
  for (const socket of opened) socket.destroy();
  server.close();
});

/** @returns which connection answered */
const ask = (path: string, headersTimeout: number) =>
  connections.use(async (pool) => {
    const { body } = await pool.request({ path, method: 'GET', headersTimeout });
    return Number(await body.text());
  });

it('after a silence nobody is asked over the connections of before', async () => {
  const first = await Promise.all([1, 2, 3].map(() => ask('/', 10_000)));
  expect(new Set(first).size).toBe(3);
  for (const socket of opened) silent.add(socket);
  await expect(ask('/', SILENCE)).rejects.toThrow('Headers Timeout');
  const after = await Promise.all([1, 2, 3].map(() => ask('/', 10_000)));
  expect(Math.min(...after)).toBeGreaterThan(Math.max(...first));
});

it('what is under way meanwhile ends as it would have', async () => {
  const slow = ask('/held', 10_000);
  await expect.poll(() => held.length).toBe(1);
  await expect(ask('/held', SILENCE)).rejects.toThrow('Headers Timeout');
  held[0]?.end('7');
  expect(await slow).toBe(7);
  await connections.close();
});
