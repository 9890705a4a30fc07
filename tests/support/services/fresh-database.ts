// Addresses for one test or one test file: a database nobody else uses on the run's shared services.
import { nanoid } from 'nanoid';
import { inject } from 'vitest';
import { journaled } from '../../../engine/runtime/embedded/mongodb.ts';

/** Journaled `mongodb://` address with a database name of its own (empty, nothing to clean up). */
export function freshDatabase(): string {
  return journaled(inject('mongodbUri'), `test-${nanoid(10)}`);
}

/** Address of the run's Redis for `new Redis(url)`. It is shared: use {@link freshPrefix} for queues and keys. */
export function sharedRedis(): string {
  return inject('redisUrl');
}

/** A key prefix nobody else uses, for BullMQ's `prefix`. */
export function freshPrefix(): string {
  return `test-${nanoid(10)}`;
}
