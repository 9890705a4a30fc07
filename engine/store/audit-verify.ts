// Verifies the whole audit trail: every chain against its document, every checkpoint against its signature and the one
// before, every checkpointed head against the log. Called by `npm run audit`, after a restore, and by tests.
import { addDays, instantOf, type LocalDate } from '../kernel/calendar.ts';
import { isSignedBy } from '../kernel/signing.ts';
import { audits } from './audit.ts';
import { collectionFaults, documentFaults } from './audit-chains.ts';
import {
  type Checkpoint,
  type CheckpointPart,
  checkpointHash,
  checkpointParts,
  checkpoints,
  partDigest,
  signedText,
} from './audit-checkpoints.ts';
import { type AuditFault, auditFault } from './audit-fault.ts';
import { ownerCollections } from './audit-heads.ts';
import type { StoreContext } from './context.ts';

export interface Verified {
  readonly documents: number;
  readonly records: number;
  readonly checkpoints: number;
  readonly faults: readonly AuditFault[];
}

export interface VerifyOptions {
  /** The key that checkpoints must be signed with; that of SECRET_KEY where none is given. */
  readonly key?: string;
  /** Only what has moved, and the checkpoints, from this day on. */
  readonly since?: LocalDate;
}

export async function verifyAudit(ctx: StoreContext, options: VerifyOptions = {}): Promise<Verified> {
  const faults: AuditFault[] = [];
  const report = (fault: AuditFault) => void faults.push(fault);
  const key = options.key ?? ctx.sealer.checkpoints.publicKey;
  const taken = await verifyCheckpoints(ctx, key, options.since ?? '', report);
  const walked = options.since
    ? await recentFaults(ctx, options.since, report)
    : await allFaults(ctx, report);
  return { ...walked, checkpoints: taken, faults };
}

type Report = (fault: AuditFault) => void;

async function allFaults(ctx: StoreContext, report: Report) {
  const seen = { documents: 0, records: 0 };
  for (const name of await ownerCollections(ctx)) {
    const { documents, records } = await collectionFaults(ctx, name, report);
    seen.documents += documents;
    seen.records += records;
  }
  return seen;
}

/** The chains that a record was added to since then. What was removed whole is found by a full run only. */
async function recentFaults(ctx: StoreContext, since: LocalDate, report: Report) {
  const seen = { documents: 0, records: 0 };
  const done = new Set<string>();
  const recent = { at: { $gte: instantOf(since, '00:00') } };
  const kept = audits.on(ctx.db).collection.find(recent as never, { projection: { document: 1 } });
  for await (const { document } of kept.sort({ at: 1 })) {
    seen.records += 1;
    if (done.has(String(document))) continue;
    done.add(String(document));
    seen.documents += 1;
    for (const fault of await documentFaults(ctx, String(document))) report(fault);
  }
  return seen;
}

async function verifyCheckpoints(
  ctx: StoreContext,
  key: string,
  since: string,
  report: Report,
): Promise<number> {
  const listed = new Map<string, Set<string>>();
  let last: Checkpoint | null = null;
  let count = 0;
  for await (const found of checkpoints.on(ctx.db).find({}).sort({ _id: 1 }).lean().cursor()) {
    const checkpoint = found as Checkpoint;
    if (checkpoint._id >= since) {
      count += 1;
      for (const fault of ownFaults(checkpoint, last, key)) report(fault);
      await listedFaults(ctx, checkpoint, listed, report);
      if (since === '') countFaults(checkpoint, listed, report);
    }
    last = checkpoint;
  }
  return count;
}

function ownFaults(checkpoint: Checkpoint, last: Checkpoint | null, key: string): readonly AuditFault[] {
  const name = `checkpoint/${checkpoint._id}`;
  const faults: AuditFault[] = [];
  if (checkpoint.key !== key) faults.push(auditFault('checkpoint-foreign', name));
  if (!isSignedBy(checkpoint.key, signedText(checkpoint), checkpoint.signature))
    faults.push(auditFault('checkpoint-altered', name));
  if (checkpoint.previous !== (last ? checkpointHash(last) : ''))
    faults.push(auditFault('checkpoint-unlinked', name));
  for (let day = last ? addDays(last._id, 1) : checkpoint._id; day < checkpoint._id; day = addDays(day, 1))
    faults.push(auditFault('checkpoint-missing', `checkpoint/${day}`));
  return faults;
}

async function listedFaults(
  ctx: StoreContext,
  checkpoint: Checkpoint,
  listed: Map<string, Set<string>>,
  report: Report,
): Promise<void> {
  const name = `checkpoint/${checkpoint._id}`;
  for (const { id, digest } of checkpoint.parts) {
    const part = (await checkpointParts.on(ctx.db).findById(id).lean()) as CheckpointPart | null;
    if (!part) report(auditFault('part-lost', name, id));
    else if (partDigest(part) !== digest) report(auditFault('part-altered', name, id));
    if (!part) continue;
    for (const fault of await linkFaults(ctx, part)) report(fault);
    for (const { document } of part.heads) {
      const collection = document.slice(0, document.indexOf('/'));
      listed.set(collection, (listed.get(collection) ?? new Set()).add(document));
    }
  }
}

async function linkFaults(ctx: StoreContext, part: CheckpointPart): Promise<readonly AuditFault[]> {
  const ids = part.heads.map(({ document, seq }) => `${document}/${seq}`);
  const kept = await audits
    .on(ctx.db)
    .collection.find({ _id: { $in: ids } } as never, { projection: { hash: 1 } })
    .toArray();
  const hashes = new Map(kept.map(({ _id, hash }) => [String(_id), String(hash)]));
  const faults: AuditFault[] = [];
  for (const { document, seq, head } of part.heads) {
    const record = `${document}/${seq}`;
    const hash = hashes.get(record);
    if (hash === undefined && !(await waits(ctx, document, record)))
      faults.push(auditFault('link-lost', document, record));
    if (hash !== undefined && hash !== head) faults.push(auditFault('link-rewritten', document, record));
  }
  return faults;
}

/** True while the record still lies in its document's outbox. */
async function waits(ctx: StoreContext, document: string, record: string): Promise<boolean> {
  const slash = document.indexOf('/');
  const owner = ctx.db.collection(document.slice(0, slash));
  const carrying = { _id: document.slice(slash + 1), 'outbox.id': record };
  if (await owner.findOne(carrying as never, { projection: { _id: 1 } })) return true;
  // The relay may just have carried it.
  return (await audits.on(ctx.db).collection.findOne({ _id: record } as never)) !== null;
}

function countFaults(checkpoint: Checkpoint, listed: Map<string, Set<string>>, report: Report): void {
  for (const { collection, documents } of checkpoint.counts)
    if ((listed.get(collection)?.size ?? 0) !== documents)
      report(auditFault('count-differs', `checkpoint/${checkpoint._id}`, collection));
}
