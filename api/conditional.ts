// Changes under `If-Match`: only the version that the client has seen is changed.
import type { FastifyRequest } from 'fastify';
import { AppError } from '../engine/kernel/errors.ts';

/**
 * Refuses a change of a version that the client has not seen.
 * @param current the version as `tagged` was given it
 * @throws AppError `precondition-required` without If-Match, `version-conflict` naming both versions
 */
export function unchanged(request: FastifyRequest, current: string | number): void {
  const given = request.headers['if-match'];
  if (given === undefined) {
    const hint = 'send If-Match with the ETag that you read';
    throw new AppError('precondition-required', 'no If-Match', [{ hint }]);
  }
  const tags = given.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(`"${current}"`)) return;
  throw new AppError('version-conflict', 'another version', [
    { value: given, hint: `this is the version that you have seen; now it is "${current}"` },
    { value: `"${current}"`, hint: 'this is the version that stands now' },
  ]);
}
