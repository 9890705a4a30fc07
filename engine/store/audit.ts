// The audit chain: each record holds the hash of the one before it, so that a gap or an alteration shows.
import { createHash } from 'node:crypto';
import Type from 'typebox';
import { canonicalJson } from '../kernel/canonical.ts';
import type { StoreContext } from './context.ts';
import { collection } from './model.ts';
import { AuditRecord } from './owned.ts';

export const audits = collection('audit', Type.Object({ _id: Type.String(), ...AuditRecord.properties }), [
  { fields: { document: 1, seq: 1 } },
  { fields: { at: 1 } },
]);

/** The hash of a record over everything else that it says. Hex, 64 characters. */
export function auditHash(record: Omit<AuditRecord, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex');
}

/** Copies a record out of its document; a repeat changes nothing. */
export async function keepAudit(ctx: StoreContext, record: AuditRecord): Promise<void> {
  await audits.on(ctx.db).updateOne({ _id: record.id }, { $setOnInsert: record }, { upsert: true });
}

export type ChainFault = { readonly id: string; readonly fault: 'gap' | 'altered' | 'unlinked' };

/** Follows the chain of one document, record by record, oldest first. */
export class ChainWalk {
  readonly faults: ChainFault[] = [];
  #seq = 0;
  #head = '';

  get seq(): number {
    return this.#seq;
  }

  get head(): string {
    return this.#head;
  }

  step(record: AuditRecord): void {
    const { id, hash, seq, previous } = record;
    const { hash: _hash, ...rest } = record;
    if (seq !== this.#seq + 1) this.faults.push({ id, fault: 'gap' });
    if (previous !== this.#head) this.faults.push({ id, fault: 'unlinked' });
    if (auditHash(rest) !== hash) this.faults.push({ id, fault: 'altered' });
    this.#head = hash;
    this.#seq = seq;
  }
}

/** A kept record as the command wrote it. */
export function recordOf({ _id, ...record }: AuditRecord & { readonly _id: string }): AuditRecord {
  return record;
}

/** Walks the kept chain of one document. @returns its faults, none when it is whole */
export async function auditFaults(ctx: StoreContext, document: string): Promise<readonly ChainFault[]> {
  const walk = new ChainWalk();
  for await (const record of audits.on(ctx.db).find({ document }).sort({ seq: 1 }).lean().cursor())
    walk.step(recordOf(record));
  return walk.faults;
}
