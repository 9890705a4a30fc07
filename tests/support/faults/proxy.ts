// A TCP proxy for tests: stands between our processes and a server, and does to connections what networks do. It knows
// nothing of what is said through it.
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Lane, type Passage } from './lane.ts';

export type NetworkFault =
  /** Connections are reset, in the middle of whatever is said. */
  | { readonly kind: 'reset' }
  /** Reset, and no new ones are taken. */
  | { readonly kind: 'refused' }
  /** Bytes disappear: `there` to the server, `back` from it. TCP brings them when the fault is over. */
  | { readonly kind: 'black-hole'; readonly way: 'there' | 'back' | 'both' }
  /** The server's end is gone, ours is never told. */
  | { readonly kind: 'half-open' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** A few bytes at a time. */
  | { readonly kind: 'drip'; readonly bytes: number }
  /** Breaks after so many bytes of answers, as a rule within one. */
  | { readonly kind: 'cut'; readonly after: number };

export interface FaultyProxy {
  readonly port: number;
  readonly upstream: string;
  /** Connections that are open now. */
  count(): number;
  /** These connections meet it, later ones do not: a router that has forgotten them, a server that has moved. */
  strike(fault: NetworkFault): void;
  /** These and all later ones meet it, until null. */
  impose(fault: NetworkFault | null): void;
  close(): Promise<void>;
}

interface Link {
  meet(fault: NetworkFault | null): void;
  end(): void;
}

/** @param upstream the path of a Unix socket, or an address such as `http://<host>:<port>` */
export async function openProxy(upstream: string): Promise<FaultyProxy> {
  const links = new Set<Link>();
  let imposed: NetworkFault | null = null;
  const server = createServer({ allowHalfOpen: false }, (client) => {
    client.on('error', () => undefined);
    if (imposed?.kind === 'refused' || imposed?.kind === 'reset') {
      client.resetAndDestroy();
      return;
    }
    const link = linked(client, reach(upstream), () => links.delete(link));
    links.add(link);
    link.meet(imposed);
  });
  const port = await listen(server);
  const strike = (fault: NetworkFault | null) => {
    for (const link of [...links]) link.meet(fault);
  };
  return {
    port,
    upstream,
    count: () => links.size,
    strike,
    impose: (fault) => {
      imposed = fault;
      strike(fault);
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const link of [...links]) link.end();
      await closed;
    },
  };
}

function linked(client: Socket, server: Socket, gone: () => void): Link {
  server.on('error', () => undefined);
  client.setNoDelay(true);
  const reset = () => {
    client.resetAndDestroy();
    server.destroy();
  };
  const there = new Lane(client, server, reset);
  const back = new Lane(server, client, reset);
  client.once('close', gone);
  return {
    meet: (fault) => {
      if (fault?.kind === 'reset' || fault?.kind === 'refused') return reset();
      there.pass(passageOf(fault, 'there'));
      back.pass(passageOf(fault, 'back'));
      if (fault?.kind === 'half-open') server.destroy();
    },
    end: () => {
      client.destroy();
      server.destroy();
    },
  };
}

function passageOf(fault: NetworkFault | null, way: 'there' | 'back'): Passage {
  switch (fault?.kind) {
    case 'black-hole':
      return { held: fault.way === 'both' || fault.way === way };
    case 'half-open':
      return { held: true };
    case 'delay':
      return { late: fault.milliseconds };
    case 'drip':
      return { piece: fault.bytes, late: 1 };
    case 'cut':
      return way === 'back' ? { most: fault.after } : {};
    default:
      return {};
  }
}

function reach(upstream: string): Socket {
  if (!upstream.includes('://')) return connect(upstream);
  const { hostname, port } = new URL(upstream);
  return connect(Number(port), hostname);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
