// Puts a hook around every request that a connection sends to the database, below all of the product's own code.
// Must be called before the first model is made on the connection.
import type { Connection } from 'mongoose';

export interface Request {
  readonly collection: string;
  readonly method: string;
  /** As the driver gets them; a hook may change what is in them. */
  readonly args: unknown[];
  readonly writes: boolean;
}

export type Around = (request: Request, proceed: () => Promise<unknown>) => Promise<unknown>;

const READS = ['findOne', 'distinct', 'countDocuments'] as const;
const WRITES = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'deleteOne',
  'deleteMany',
] as const;

type Methods = Record<string, (...args: unknown[]) => unknown>;

export function intercept(connection: Connection, around: Around): void {
  const collection = connection.collection.bind(connection) as (...given: unknown[]) => unknown;
  const done = new WeakSet<object>();
  Object.assign(connection, {
    collection: (...given: unknown[]) => {
      const found = collection(...given) as object;
      if (!done.has(found)) wrap(found as Methods, String(given[0]), around);
      done.add(found);
      return found;
    },
  });
}

function wrap(methods: Methods, collection: string, around: Around): void {
  for (const method of [...READS, ...WRITES]) {
    const request = methods[method]?.bind(methods);
    if (!request) continue;
    const writes = (WRITES as readonly string[]).includes(method);
    methods[method] = (...args) => around({ collection, method, args, writes }, async () => request(...args));
  }
  const find = methods.find?.bind(methods);
  if (find) methods.find = (...args) => wrapCursor(find(...args) as Methods, collection, args, around);
}

/** The steps that send something; a cursor by itself sends nothing. A step may be made of other steps: counted once. */
function wrapCursor(cursor: Methods, collection: string, args: unknown[], around: Around): Methods {
  let within = false;
  for (const method of ['toArray', 'next']) {
    const step = cursor[method]?.bind(cursor);
    if (!step) continue;
    const whole = async () => {
      within = true;
      try {
        return await step();
      } finally {
        within = false;
      }
    };
    cursor[method] = () => (within ? step() : around({ collection, method, args, writes: false }, whole));
  }
  return cursor;
}
