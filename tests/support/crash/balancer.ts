// A tiny balancer in front of several API processes: each connection goes to one of those that are up, in turn. It
// knows nothing of HTTP, so a process that dies takes its connections with it, as in production.
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Balancer {
  /** `http://127.0.0.1:<port>`; stays the same while processes come and go. */
  readonly url: string;
  close(): Promise<void>;
}

/** @param backends addresses of the processes that are up now, asked anew for each connection */
export async function openBalancer(backends: () => readonly string[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('error', () => undefined).once('close', () => open.delete(socket));
  };
  const server = createServer({ pauseOnConnect: true }, (client) => {
    keep(client);
    turn += 1;
    const up = backends();
    const order = up.map((_, index) => up[(turn + index) % up.length] ?? '');
    connectFirst(order, keep, (backend) => {
      if (!backend) {
        client.destroy();
        return;
      }
      backend.once('close', () => client.destroy());
      client.once('close', () => backend.destroy());
      client.pipe(backend).pipe(client);
      client.resume();
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** The first that takes the connection: one that has just died refuses it. */
function connectFirst(
  [first, ...others]: readonly string[],
  keep: (socket: Socket) => Socket,
  done: (backend: Socket | null) => void,
): void {
  if (!first) {
    done(null);
    return;
  }
  const { hostname, port } = new URL(first);
  const backend = keep(connect(Number(port), hostname));
  const failed = () => connectFirst(others, keep, done);
  backend.once('error', failed);
  backend.once('connect', () => {
    backend.off('error', failed);
    done(backend);
  });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
