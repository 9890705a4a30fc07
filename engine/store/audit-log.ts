// Reads the kept audit chain: what happened to some documents, oldest first. Called by registers for staff.
import { trusted } from 'mongoose';
import { audits } from './audit.ts';
import type { StoreContext } from './context.ts';
import type { AuditRecord } from './owned.ts';
import { type Page, type PageRequest, pageOf } from './page.ts';

/** @param documents e.g. `people/<id>`: owner collection and id */
export function auditOf(
  ctx: StoreContext,
  documents: readonly string[],
  page: PageRequest,
): Promise<Page<AuditRecord>> {
  const filter = { document: trusted({ $in: [...documents] }) };
  return pageOf(ctx, audits, filter, { by: 'at', of: 'instant' }, page);
}
