// Named points before and after every write to MongoDB, at which a process of a test kills itself. Imported first of
// all by such a process (as `--import`, or by its own file); the product has no such switch, and knows nothing of it.
import mongoose from 'mongoose';

/** The point to die at, as `reached` names it; nowhere when absent. */
const DIE_AT = process.env.CRASH_AT;
/** Tells the parent every point as it is reached. */
const TELL = process.env.CRASH_TELL === '1';

const WRITES = [
  'bulkWrite',
  'deleteMany',
  'deleteOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'insertMany',
  'insertOne',
  'replaceOne',
  'updateMany',
  'updateOne',
] as const;

const counts = new Map<string, number>();

/** A point is named by what is written, and how often that was reached: `before credit_students.updateOne (hours reported) #2`. */
export function reach(what: string): void {
  const count = (counts.get(what) ?? 0) + 1;
  counts.set(what, count);
  const point = `${what} #${count}`;
  if (TELL) process.send?.({ point });
  if (point === DIE_AT) process.kill(process.pid, 'SIGKILL');
}

type Write = (this: { readonly collectionName: string }, ...given: unknown[]) => Promise<unknown>;

const prototype = mongoose.mongo.Collection.prototype as unknown as Record<string, Write>;
for (const name of WRITES) {
  const write = prototype[name];
  if (!write) throw new Error(`the driver has no ${name}: this file is out of date`);
  prototype[name] = async function (...given) {
    const what = `${this.collectionName}.${name}${actionIn(given)}`;
    reach(`before ${what}`);
    const outcome = await write.apply(this, given);
    reach(`after ${what}`);
    return outcome;
  };
}

/** What a command does to an owner document stands in the audit record that it adds. */
function actionIn(given: readonly unknown[]): string {
  const [first, second] = given as readonly (Written | undefined)[];
  const added = second?.$push?.outbox?.$each ?? (Array.isArray(first?.outbox) ? first.outbox : []);
  const action = added[0]?.action;
  return action === undefined ? '' : ` (${action})`;
}

interface Written {
  readonly outbox?: readonly { readonly action?: string }[];
  readonly $push?: { readonly outbox?: { readonly $each?: readonly { readonly action?: string }[] } };
}
