// Addresses for one test or one test file: a database nobody else uses on the run's shared services. What a file was
// given is dropped when the file has ended (tidy-runner.ts): each is some 150 files that the engine holds open.
import { nanoid } from 'nanoid';
import { inject } from 'vitest';
import { journaled } from '../../../engine/runtime/embedded/mongodb.ts';

const handedOut = new Set<string>();

/** Journaled `mongodb://` address with a database name of its own (empty, nothing to clean up). */
export function freshDatabase(): string {
  const uri = journaled(inject('mongodbUri'), `test-${nanoid(10)}`);
  handedOut.add(uri);
  return uri;
}

/** The addresses of every database this file was given so far; forgets them. */
export function takeHandedOut(): readonly string[] {
  const uris = [...handedOut];
  handedOut.clear();
  return uris;
}

/** Address of the run's Redis for `new Redis(url)`. It is shared: use {@link freshPrefix} for queues and keys. */
export function sharedRedis(): string {
  return inject('redisUrl');
}

/** A key prefix nobody else uses, for BullMQ's `prefix`. */
export function freshPrefix(): string {
  return `test-${nanoid(10)}`;
}
