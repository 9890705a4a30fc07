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

/** Walks the kept chain of one document. @returns its faults, none when it is whole */
export async function auditFaults(ctx: StoreContext, document: string): Promise<readonly ChainFault[]> {
  const faults: ChainFault[] = [];
  let previous = '';
  let expected = 1;
  for await (const record of audits.on(ctx.db).find({ document }).sort({ seq: 1 }).lean().cursor()) {
    const { _id, hash, ...rest } = record;
    if (record.seq !== expected) faults.push({ id: _id, fault: 'gap' });
    if (record.previous !== previous) faults.push({ id: _id, fault: 'unlinked' });
    if (auditHash(rest) !== hash) faults.push({ id: _id, fault: 'altered' });
    previous = hash;
    expected = record.seq + 1;
  }
  return faults;
}
