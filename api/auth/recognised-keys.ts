// Which keys were found valid lately, by their hash. Lets the limits tell a machine we know from one that guesses keys,
// without a look into the database. It decides nothing else: whether a key is valid now is asked anew each time.
import type { FastifyRequest } from 'fastify';
import { hashOfKey } from './keys.ts';

const MOST = 10_000;

export interface RecognisedKeys {
  /** The hash of the key that a request brings, where it is one of these. */
  of(request: FastifyRequest): string | null;
  add(hash: string): void;
  remove(hash: string): void;
}

export function recognisedKeys(): RecognisedKeys {
  const hashes = new Set<string>();
  return {
    of: (request) => {
      const key = keyOf(request);
      const hash = key === null ? null : hashOfKey(key);
      return hash !== null && hashes.has(hash) ? hash : null;
    },
    add: (hash) => {
      if (hashes.size >= MOST) hashes.clear();
      hashes.add(hash);
    },
    remove: (hash) => void hashes.delete(hash),
  };
}

/** The key that came with a request, where its route asks for one. */
export function keyOf({ headers, routeOptions }: FastifyRequest): string | null {
  // Pages and health must answer whatever the headers say, also when the database does not.
  if (routeOptions.config.access !== 'key') return null;
  const own = headers['x-api-key'];
  if (typeof own === 'string') return own;
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
