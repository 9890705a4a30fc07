// API keys of machines: the hash of the key, what it may do and until when. The key itself is shown once, never kept.
// Used by api/auth; the worker carries the outbox.
import Type from 'typebox';
import { type Grant, roles } from '../kernel/actor.ts';
import { collection, Instant, nullable, oneOf } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';

export const apiKeys = collection(
  'api_keys',
  owned({
    name: Type.String(),
    /** SHA-256 of the key, hex. */
    hash: Type.String(),
    grants: Type.Array(Type.Object({ role: oneOf(roles), scope: Type.String() })),
    createdBy: Type.String(),
    createdAt: Instant,
    expiresAt: nullable(Instant),
    revokedAt: nullable(Instant),
  }),
  [outboxIndex, { fields: { hash: 1 }, options: { unique: true } }],
);
export type ApiKey = ReturnType<typeof apiKeys.check>;

export const operatorGrants: readonly Grant[] = [{ role: 'operator', scope: 'all' }];
