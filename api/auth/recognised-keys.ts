// Which keys and sessions were found valid lately, by their hash. Lets the limits tell somebody we know from one who
// guesses, without a look into the database. It decides nothing else: whether they are valid now is asked each time.
import type { FastifyRequest } from 'fastify';
import { hashOfKey } from './keys.ts';
import { tokenOf } from './sessions/cookie.ts';

const MOST = 10_000;

export interface RecognisedKeys {
  /** The hash of the key or session token that a request brings, where it is one of these. */
  of(request: FastifyRequest): string | null;
  add(hash: string): void;
  remove(hash: string): void;
}

export function recognisedKeys(): RecognisedKeys {
  const hashes = new Set<string>();
  return {
    of: (request) => {
      const brought = credentialOf(request);
      const hash = brought && hashOfKey(brought.secret);
      return hash !== null && hashes.has(hash) ? hash : null;
    },
    add: (hash) => {
      if (hashes.size >= MOST) hashes.clear();
      hashes.add(hash);
    },
    remove: (hash) => void hashes.delete(hash),
  };
}

export interface Credential {
  readonly kind: 'key' | 'session';
  readonly secret: string;
}

/** What came with a request to prove who asks, where its route wants to know. A key goes before a session. */
export function credentialOf(request: FastifyRequest): Credential | null {
  // Pages and health must answer whatever the headers say, also when the database does not.
  if (request.routeOptions.config.access !== 'key') return null;
  const key = keyIn(request);
  if (key !== null) return { kind: 'key', secret: key };
  const token = tokenOf(request);
  return token === null ? null : { kind: 'session', secret: token };
}

function keyIn({ headers }: FastifyRequest): string | null {
  const own = headers['x-api-key'];
  if (typeof own === 'string') return own;
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
