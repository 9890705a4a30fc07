// Bounds every request to the database: whatever the network or the driver makes of it, a chat is not held for longer
// than this. The driver's own timeoutMS did not do it. Where a request was lost is told in driver-connection.ts.
// One that was given up may still have its effect; commands bear a repeat.
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

/** Makes every collection of a connection give up on requests that are not answered in time. */
export function boundRequests(connection: Connection): void {
  const collection = connection.collection.bind(connection) as Method;
  const bounded = new WeakSet<object>();
  Object.assign(connection, {
    collection: (...given: unknown[]) => {
      const found = collection(...given) as object;
      if (!bounded.has(found)) bound(found as Methods);
      bounded.add(found);
      return found;
    },
  });
}

function bound(collection: Methods): void {
  for (const name of REQUESTS) {
    const request = collection[name]?.bind(collection);
    if (request) collection[name] = (...given) => inTime(name, request(...given));
  }
  for (const name of CURSORS) {
    const open = collection[name]?.bind(collection);
    if (open) collection[name] = (...given) => boundCursor(name, open(...given));
  }
}

/** Each step of a cursor is bounded, not its whole life: a long walk is many short requests. */
function boundCursor(name: string, cursor: unknown): unknown {
  const steps = cursor as Methods;
  for (const step of ['toArray', 'next', 'tryNext', 'hasNext']) {
    const request = steps[step]?.bind(steps);
    if (request) steps[step] = (...given) => inTime(name, request(...given));
  }
  return cursor;
}

async function inTime(name: string, request: unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = () => new AppError('unavailable', `the database did not answer ${name} in ${LONGEST} ms`);
    timer = setTimeout(() => reject(error()), LONGEST);
  });
  try {
    return await Promise.race([request, late]);
  } finally {
    clearTimeout(timer);
  }
}
