// How somebody proves who they are: API keys of machines, sign-in codes and console sessions of people. Of every secret
// only its hash is kept. Used by api/auth; the worker carries the outbox and forgets what is over.
import Type from 'typebox';
import type { Grant, Role } from '../kernel/actor.ts';
import { collection, Instant, nullable } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';

export const apiKeys = collection(
  'api_keys',
  owned({
    name: Type.String(),
    /** SHA-256 of the key, hex. */
    hash: Type.String(),
    grants: Type.Array(Type.Object({ role: Type.Unsafe<Role>(Type.String()), scope: Type.String() })),
    createdBy: Type.String(),
    createdAt: Instant,
    expiresAt: nullable(Instant),
    revokedAt: nullable(Instant),
  }),
  [outboxIndex, { fields: { hash: 1 }, options: { unique: true } }],
);
export type ApiKey = ReturnType<typeof apiKeys.check>;

export const operatorGrants: readonly Grant[] = [{ role: 'operator', scope: 'all' }];

/** A code that was asked for. Its id is one of the few places that a name has in a window of time. */
export const signInCodes = collection(
  'sign_in_codes',
  Type.Object({
    _id: Type.String(),
    /** Hash of the secret that whoever asked holds: the code alone opens nothing. */
    attempt: Type.String(),
    /** Keyed hash of the code together with the attempt. */
    code: Type.String(),
    /** Null where nobody of the staff has the name: such a code is never right. */
    person: nullable(Type.String()),
    triesLeft: Type.Integer(),
    createdAt: Instant,
    expiresAt: Instant,
    usedAt: nullable(Instant),
  }),
  [
    { fields: { attempt: 1 }, options: { unique: true } },
    { fields: { expiresAt: 1 } },
    { fields: { person: 1 } },
  ],
);
export type SignInCode = ReturnType<typeof signInCodes.check>;

export const consoleSessions = collection(
  'console_sessions',
  Type.Object({
    _id: Type.String(),
    /** SHA-256 of the token in the cookie, hex. */
    tokenHash: Type.String(),
    person: Type.String(),
    /** Digest of the roles at sign-in: with other roles one signs in anew. */
    roles: Type.String(),
    /** What the browser calls itself, so that people know their sessions apart. */
    agent: Type.String(),
    openedAt: Instant,
    seenAt: Instant,
    endedAt: nullable(Instant),
  }),
  [
    { fields: { tokenHash: 1 }, options: { unique: true } },
    { fields: { person: 1, openedAt: -1 } },
    { fields: { openedAt: 1 } },
  ],
);
export type ConsoleSession = ReturnType<typeof consoleSessions.check>;
