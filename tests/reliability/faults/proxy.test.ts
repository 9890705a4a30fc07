// The proxy does what each fault says, and otherwise passes everything as it is.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lane } from '../../support/faults/lane.ts';
import { type FaultyProxy, openProxy } from '../../support/faults/proxy.ts';

let proxy: FaultyProxy;
let client: Socket;
let heard: string;
let error: string | null;
let closed: boolean;
let atServer: { heard: string; open: number };
let stopServer: () => Promise<void>;

beforeEach(async () => {
  atServer = { heard: '', open: 0 };
  const server = createServer((socket) => {
    atServer.open += 1;
    socket.on('error', () => undefined);
    socket.on('close', () => {
      atServer.open -= 1;
    });
    socket.on('data', (bytes) => {
      atServer.heard += bytes.toString();
      socket.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  stopServer = () => new Promise((resolve) => server.close(() => resolve()));
  proxy = await openProxy(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  await join();
});
afterEach(async () => {
  client.destroy();
  await proxy.close();
  await stopServer();
});

async function join(): Promise<void> {
  heard = '';
  error = null;
  closed = false;
  const mine = connect(proxy.port, '127.0.0.1');
  client = mine;
  client.on('error', (thrown: NodeJS.ErrnoException) => {
    error = thrown.code ?? '';
  });
  client.on('close', () => {
    // The one of the test before may end late.
    if (client === mine) closed = true;
  });
  client.on('data', (bytes) => {
    heard += bytes.toString();
  });
  await Promise.race([once(client, 'connect'), once(client, 'close')]).catch(() => undefined);
}

const says = async (words: string): Promise<void> => {
  client.write(words);
  await expect.poll(() => heard).toContain(words);
};

describe('the proxy', () => {
  it('passes everything as it is, however much it is', async () => {
    const much = 'сөз '.repeat(200_000);
    client.write(much);
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(much.length);
    expect(proxy.count()).toBe(1);
    client.end();
    await expect.poll(() => atServer.open).toBe(0);
  });

  it('resets', async () => {
    await says('one');
    proxy.strike({ kind: 'reset' });
    await expect.poll(() => error).toBe('ECONNRESET');
    await join();
    await says('two');
  });

  it('refuses until that is over', async () => {
    await says('one');
    proxy.impose({ kind: 'refused' });
    await expect.poll(() => closed).toBe(true);
    await join();
    await expect.poll(() => closed).toBe(true);
    proxy.impose(null);
    await join();
    await says('two');
  });

  it.each(['there', 'back', 'both'] as const)(
    'swallows (%s), and brings it when that is over',
    async (way) => {
      await says('one');
      proxy.impose({ kind: 'black-hole', way });
      client.write('two');
      if (way === 'back') await expect.poll(() => atServer.heard).toBe('onetwo');
      // Another connection that is answered shows that there was time for it.
      const passed = await passesElsewhere();
      expect(passed).toBe(true);
      expect(heard).toBe('one');
      if (way !== 'back') expect(atServer.heard).not.toContain('two');
      proxy.impose(null);
      await expect.poll(() => heard).toBe('onetwo');
    },
  );

  it('leaves half-open', async () => {
    await says('one');
    proxy.strike({ kind: 'half-open' });
    await expect.poll(() => atServer.open).toBe(0);
    client.write('two');
    expect(await passesElsewhere()).toBe(true);
    expect([closed, heard, error]).toEqual([false, 'one', null]);
  });

  it('delays', async () => {
    proxy.impose({ kind: 'delay', milliseconds: 40 });
    const began = performance.now();
    await says('late');
    expect(performance.now() - began).toBeGreaterThanOrEqual(79);
  });

  it('drips', async () => {
    proxy.impose({ kind: 'drip', bytes: 3 });
    await says('a longer word');
    // How many pieces arrive as one is for TCP to say: here stands how many were sent.
    const pieces: string[] = [];
    const from = new PassThrough();
    const to = new Writable({
      write: (bytes: Buffer, _, done) => {
        pieces.push(bytes.toString());
        done();
      },
    });
    new Lane(from, to, () => undefined).pass({ piece: 3, late: 1 });
    from.write('a longer word');
    await expect.poll(() => pieces).toEqual(['a l', 'ong', 'er ', 'wor', 'd']);
  });

  it('cuts an answer in its middle', async () => {
    proxy.strike({ kind: 'cut', after: 4 });
    client.write('a longer word');
    await expect.poll(() => closed).toBe(true);
    expect('a longer word'.startsWith(heard)).toBe(true);
    expect(heard.length).toBeLessThanOrEqual(4);
  });
});

/** Asks the server past the fault of the others, through a proxy of its own. */
async function passesElsewhere(): Promise<boolean> {
  const other = await openProxy(proxy.upstream);
  const socket = connect(other.port, '127.0.0.1');
  socket.write('x');
  await once(socket, 'data');
  socket.destroy();
  await other.close();
  return true;
}
