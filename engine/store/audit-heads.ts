// Where the chain of every owner document stands, read from the documents themselves: what checkpoints are taken of
// and what the audit log is held against. Asks the database which collections hold owners, not the code.
import { audits } from './audit.ts';
import type { StoreContext } from './context.ts';
import type { AuditRecord, Bookkeeping } from './owned.ts';

export interface Head {
  /** Owner collection and id: `people/abc`. */
  readonly document: string;
  readonly seq: number;
  readonly head: string;
  /** When the newest of its commands was applied; null where none is remembered. */
  readonly at: Date | null;
  /** Records that the relay has not carried into the log yet. */
  readonly waiting: readonly AuditRecord[];
}

type Stored = Pick<Bookkeeping, '_id' | 'audit' | 'outbox' | 'applied'>;

const shown = { audit: 1, outbox: 1, applied: { $slice: -1 } };

/** The collections with owner documents, and those that the log speaks of although nothing of them is left. */
export async function ownerCollections(ctx: StoreContext): Promise<readonly string[]> {
  const found = (await ctx.db.listCollections()).map(({ name }) => name);
  const owners = new Set<string>(await loggedCollections(ctx));
  for (const name of found) {
    const any = (await ctx.db.collection(name).findOne({}, { projection: shown })) as Partial<Stored> | null;
    if (typeof any?.audit?.head === 'string' && Array.isArray(any.outbox)) owners.add(name);
  }
  return [...owners].sort();
}

/** Jumps from one collection to the next along the log's index. */
async function loggedCollections(ctx: StoreContext): Promise<readonly string[]> {
  const names: string[] = [];
  for (let after = ''; ; ) {
    const [next] = await audits
      .on(ctx.db)
      .collection.find({ document: { $gt: after } } as never, { projection: { document: 1 } })
      .sort({ document: 1 })
      .limit(1)
      .toArray();
    if (!next) return names;
    const name = String(next.document).split('/')[0] ?? '';
    names.push(name);
    // '0' comes right after '/': the next document is of another collection.
    after = `${name}0`;
  }
}

/** The heads of a collection, in the order of their ids. */
export async function* headsOf(ctx: StoreContext, collection: string): AsyncGenerator<Head> {
  const cursor = ctx.db.collection(collection).find({}, { projection: shown }).sort({ _id: 1 });
  for await (const stored of cursor) yield headOf(collection, stored as unknown as Stored);
}

/** @returns null where the document is gone */
export async function headOfDocument(ctx: StoreContext, document: string): Promise<Head | null> {
  const slash = document.indexOf('/');
  const collection = document.slice(0, slash);
  const _id = document.slice(slash + 1);
  const stored = await ctx.db.collection(collection).findOne({ _id } as never, { projection: shown });
  return stored ? headOf(collection, stored as unknown as Stored) : null;
}

const headOf = (collection: string, { _id, audit, outbox, applied }: Stored): Head => ({
  document: `${collection}/${_id}`,
  seq: audit?.seq ?? 0,
  head: audit?.head ?? '',
  at: applied?.at(-1)?.at ?? null,
  waiting: (outbox ?? []).filter((item) => item.kind === 'audit'),
});
