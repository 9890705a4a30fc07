// Bounds every request to the database: whatever the network or the driver makes of it, a chat is not held for longer
// than this. The driver's own timeoutMS did not do it. Where a request was lost is told in driver-connection.ts.
// One that was given up may still have its effect; commands are idempotent.
import type { Connection } from 'mongoose';
import { AppError } from '../kernel/errors.ts';

/** Milliseconds. Longer than looking for a server takes (connection.ts), shorter than people's patience. */
const LONGEST = 10_000;

const REQUESTS = [
  'bulkWrite',
  'countDocuments',
  'createIndex',
  'createIndexes',
  'deleteMany',
  'deleteOne',
  'distinct',
  'estimatedDocumentCount',
  'findOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'insertMany',
  'insertOne',
  'replaceOne',
  'updateMany',
  'updateOne',
] as const;
const CURSORS = ['find', 'aggregate'] as const;

type Method = (...given: unknown[]) => unknown;
type Methods = Record<string, Method>;

/** Makes every collection of a connection give up on requests that are not answered within so many milliseconds. */
export function boundRequests(connection: Connection, limit = LONGEST): void {
  const collection = connection.collection.bind(connection) as Method;
  const bounded = new WeakSet<object>();
  Object.assign(connection, {
    collection: (...given: unknown[]) => {
      const found = collection(...given) as object;
      if (!bounded.has(found)) bound(found as Methods, limit);
      bounded.add(found);
      return found;
    },
  });
}

function bound(collection: Methods, limit: number): void {
  for (const name of REQUESTS) {
    const request = collection[name];
    if (request) collection[name] = (...given) => inTime(name, limit, request.apply(collection, given));
  }
  for (const name of CURSORS) {
    const open = collection[name];
    if (open) collection[name] = (...given) => boundCursor(name, limit, open.apply(collection, given));
  }
}

const STEPS = ['toArray', 'next', 'tryNext', 'hasNext'] as const;

/** Each step of a cursor is bounded, not its whole life: a long walk is many short requests. */
function boundCursor(name: string, limit: number, cursor: unknown): unknown {
  const steps = cursor as Methods;
  for (const step of STEPS) {
    const request = steps[step];
    if (request) steps[step] = (...given) => inTime(name, limit, request.apply(steps, given));
  }
  return cursor;
}

/** Stands around every request of every turn: it makes no more than a promise and a timer. */
function inTime(name: string, limit: number, request: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(giveUp, limit, name, limit, reject);
    (request as Promise<unknown>).then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

function giveUp(name: string, limit: number, reject: (error: AppError) => void): void {
  reject(new AppError('unavailable', `the database did not answer ${name} in ${limit} ms`));
}
