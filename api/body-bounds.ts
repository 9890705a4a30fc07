// What no body of ours is: deeper or larger than code that calls itself can walk, or with keys that reach prototypes.
// Fastify's parser refuses those keys, too, but not by their place: it is told to leave them to this.
import type { FastifyInstance } from 'fastify';
import { AppError } from '../engine/kernel/errors.ts';
import { pointerTo } from '../engine/kernel/json-pointer.ts';

/** A rule of eight nested groups in a draft is at 24. */
const DEEPEST = 40;
/** Values of the body; the largest edition of rules has some 4,000. */
const LARGEST = 20_000;

/** Refuses such bodies before anything reads them. */
export function boundBodies(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body }) => {
    if (typeof body === 'object' && body !== null && !Buffer.isBuffer(body)) refuseUnbounded(body);
  });
}

/** Never calls itself: depth is what it looks for. @throws AppError `invalid-input` with the place and the hint */
function refuseUnbounded(body: object): void {
  const waiting: { value: object; path: readonly string[] }[] = [{ value: body, path: [] }];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (path.length >= DEEPEST) refuse(path, `nest no deeper than ${DEEPEST} levels`);
    for (const [key, child] of Object.entries(value)) {
      count += 1;
      if (isPoison(key, child)) refuse([...path, key], 'remove it: this name is never allowed');
      if (count > LARGEST) refuse(path.slice(0, 1), `send no more than ${LARGEST} values at once`);
      if (typeof child === 'object' && child !== null) waiting.push({ value: child, path: [...path, key] });
    }
  }
}

/** Keys by which a careless copy would reach the prototype of everything. */
const isPoison = (key: string, value: unknown): boolean =>
  key === '__proto__' ||
  (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'));

function refuse(path: readonly string[], hint: string): never {
  throw new AppError('invalid-input', 'a body beyond all bounds', [
    { pointer: pointerTo('', ...path), hint },
  ]);
}
