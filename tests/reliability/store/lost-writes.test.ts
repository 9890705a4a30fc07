// A connection to the database that ends while a command is being written: the command ends with it. The driver's own
// class waits for ever there, and is shown to: when it no longer does, engine/store/driver-connection.ts can go.
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type DriverConnectionClass,
  PatchedConnection,
  StockConnection,
} from '../../../engine/store/driver-connection.ts';

const MORE_THAN_FITS = 64 << 20;
const TURNS = 200;

let deaf: Server;
const sockets: Socket[] = [];
beforeAll(async () => {
  deaf = createServer((socket) => sockets.push(socket.pause().on('error', () => undefined)));
  deaf.listen(0, '127.0.0.1');
  await once(deaf, 'listening');
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  deaf.close();
});

async function connection(Connection: DriverConnectionClass) {
  const { port } = deaf.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  return new Connection(socket, { id: 1, generation: 0, hostAddress: `127.0.0.1:${port}` });
}

const command = { toBin: async () => [new Uint8Array(MORE_THAN_FITS)] };
const plain = { agreedCompressor: 'none' } as object;

/** How a command ended, or that it had not after many turns of the loop. */
async function endOf(written: Promise<void>): Promise<string> {
  let end = 'waits';
  written.then(
    () => {
      end = 'written';
    },
    (error: Error) => {
      end = error.message;
    },
  );
  for (let turn = 0; turn < TURNS && end === 'waits'; turn += 1) await nextTurn();
  return end;
}

const closings = {
  'while it waits to be written': async (Connection: DriverConnectionClass) => {
    const open = await connection(Connection);
    const written = open.writeCommand(command, plain);
    await nextTurn();
    open.cleanup(new Error('closed'));
    return endOf(written);
  },
  'just before it is written': async (Connection: DriverConnectionClass) => {
    const open = await connection(Connection);
    open.cleanup(new Error('closed'));
    return endOf(open.writeCommand(command, plain));
  },
};

it.each(Object.entries(closings))('a command whose connection ends %s ends too', async (_when, close) => {
  expect(await close(PatchedConnection)).toBe('closed');
  expect(await close(StockConnection)).toBe('waits');
});
