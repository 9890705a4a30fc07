// Which port is chosen.
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { choosePort } from '../../../engine/runtime/ports.ts';

const servers: Server[] = [];
const host = '127.0.0.1';

/** Takes `port`, unless another program already has it: taken is what matters. */
function take(port: number): Promise<void> {
  return new Promise((resolve) => {
    const server = createServer();
    servers.push(server);
    server.once('error', () => resolve());
    server.listen(port, host, () => resolve());
  });
}
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('choosing a port', () => {
  it('goes on to the next free one when the usual one is taken', async () => {
    await take(8080);
    expect(await choosePort(undefined, host)).toBeGreaterThan(8080);
  });

  it('makes 0 a real port', async () => {
    expect(await choosePort(0, host)).toBeGreaterThan(0);
  });

  it('says that HOST is wrong when the address is not this machine’s', async () => {
    await expect(choosePort(undefined, '203.0.113.7')).rejects.toThrow('HOST 203.0.113.7');
  });
});
