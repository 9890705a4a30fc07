// Chooses the port of the HTTP server before it starts, so that a busy one costs a clear line and not a crash.
// Called by launch.ts only.
import { createServer } from 'node:net';
import { ConfigurationError } from './configuration-error.ts';

const usual = 8080;
const furthest = 8179;

/**
 * The port to use: `wanted` when it is free, otherwise (none wanted) the first free one from 8080 on.
 * @throws ConfigurationError when `wanted` is taken or may not be used, or none is free.
 */
export async function choosePort(wanted: number | undefined, host: string): Promise<number> {
  if (wanted !== undefined) return probeWanted(wanted, host);
  for (let port = usual; port <= furthest; port += 1) {
    const found = await probe(port, host);
    if (typeof found === 'number') return found;
    if (found !== 'EADDRINUSE' && found !== 'EACCES') throw unusable(host, port, found);
  }
  throw new ConfigurationError(`No port from ${usual} to ${furthest} is free. Set PORT to a free one.`);
}

async function probeWanted(port: number, host: string): Promise<number> {
  const found = await probe(port, host);
  if (typeof found === 'number') return found;
  throw found === 'EADDRINUSE'
    ? new ConfigurationError(`PORT ${port} is taken by another program. Set PORT to a free one.`)
    : unusable(host, port, found);
}

const unusable = (host: string, port: number, code: string): ConfigurationError =>
  new ConfigurationError(`HOST ${host} with PORT ${port} cannot be listened on (${code}). Set HOST or PORT.`);

/** Listens for a moment: the port (0 becomes a real one), or the system's error code. */
function probe(port: number, host: string): Promise<number | string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
