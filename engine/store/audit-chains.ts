// Holds the kept audit chains against the documents that they are about: one document, or a whole collection in one
// walk. May run beside a working system: what looks wrong is looked at once more, and again while it changes.
import { setTimeout as pause } from 'node:timers/promises';
import { audits, ChainWalk, recordOf } from './audit.ts';
import { type AuditFault, auditFault } from './audit-fault.ts';
import { type Head, headOfDocument, headsOf } from './audit-heads.ts';
import type { StoreContext } from './context.ts';
import type { AuditRecord } from './owned.ts';

type Kept = AuditRecord & { readonly _id: string };
interface Chain {
  readonly document: string;
  readonly walk: ChainWalk;
}

/** Looks at a document that changes under the verifier's eyes. */
const LOOKS = 8;
const BETWEEN_LOOKS = 150;

/** What is wrong with one document's chain now; nothing while it is whole. */
export async function documentFaults(ctx: StoreContext, document: string): Promise<readonly AuditFault[]> {
  for (let look = 1; ; look += 1) {
    const before = await headOfDocument(ctx, document);
    const walk = new ChainWalk();
    const kept = audits.on(ctx.db).collection.find({ document } as never);
    for await (const record of kept.sort({ seq: 1 })) walk.step(recordOf(record as unknown as Kept));
    const after = await headOfDocument(ctx, document);
    const faults = faultsOf(document, walk, before);
    // A command or the relay may have come between the two reads.
    const stable = before?.seq === after?.seq && before?.waiting.length === after?.waiting.length;
    if (faults.length === 0 || stable || look === LOOKS) return faults;
    await pause(BETWEEN_LOOKS);
  }
}

/** Every document of a collection, and every chain whose document is gone. @returns how much was walked */
export async function collectionFaults(
  ctx: StoreContext,
  collection: string,
  report: (fault: AuditFault) => void,
): Promise<{ readonly documents: number; readonly records: number }> {
  const seen = { documents: 0, records: 0 };
  for await (const { document, walk, head } of sideBySide(ctx, collection)) {
    seen.documents += 1;
    seen.records += walk.seq;
    if (faultsOf(document, walk, head).length === 0) continue;
    for (const fault of await documentFaults(ctx, document)) report(fault);
  }
  return seen;
}

interface Pair extends Chain {
  readonly head: Head | null;
}

/** Chains and documents in one order, each with its counterpart where it has one. */
async function* sideBySide(ctx: StoreContext, collection: string): AsyncGenerator<Pair> {
  const chains = chainsOf(ctx, collection);
  const heads = headsOf(ctx, collection);
  let chain = await next(chains);
  let head = await next(heads);
  for (let order = compare(chain, head); chain || head; order = compare(chain, head)) {
    if (chain && order <= 0) yield { ...chain, head: order === 0 ? head : null };
    else if (head) yield { document: head.document, walk: new ChainWalk(), head };
    if (order <= 0) chain = await next(chains);
    if (order >= 0) head = await next(heads);
  }
}

async function next<T>(from: AsyncGenerator<T>): Promise<T | null> {
  const step = await from.next();
  return step.done ? null : step.value;
}

/** Where one of the two has ended, the other comes first. */
function compare(chain: Chain | null, head: Head | null): number {
  if (!chain) return 1;
  if (!head) return -1;
  // The database's order is that of the bytes.
  return Buffer.compare(Buffer.from(chain.document), Buffer.from(head.document));
}

async function* chainsOf(ctx: StoreContext, collection: string): AsyncGenerator<Chain> {
  const inCollection = { document: { $gte: `${collection}/`, $lt: `${collection}0` } };
  const kept = audits.on(ctx.db).collection.find(inCollection as never);
  let current: Chain | undefined;
  for await (const each of kept.sort({ document: 1, seq: 1 })) {
    const record = recordOf(each as unknown as Kept);
    if (current?.document !== record.document) {
      if (current) yield current;
      current = { document: record.document, walk: new ChainWalk() };
    }
    current.walk.step(record);
  }
  if (current) yield current;
}

function faultsOf(document: string, walk: ChainWalk, head: Head | null): readonly AuditFault[] {
  const logged = walk.seq;
  for (const record of head?.waiting ?? []) if (record.seq > walk.seq) walk.step(record);
  const own = walk.faults.map(({ id, fault }) => auditFault(fault, document, id));
  if (!head) return [...own, auditFault('document-deleted', document)];
  if (head.seq > walk.seq)
    return [...own, auditFault(logged === 0 ? 'chain-removed' : 'tail-lost', document)];
  if (head.seq < walk.seq) return [...own, auditFault('head-behind', document)];
  return head.head === walk.head ? own : [...own, auditFault('head-differs', document)];
}
