// Reads the kept audit chains: what happened to one document, or to several, oldest first. Called by registers.
import { trusted } from 'mongoose';
import { audits } from './audit.ts';
import type { StoreContext } from './context.ts';
import type { AuditRecord } from './owned.ts';
import { type Page, type PageRequest, pageOf } from './page.ts';

/** One document's chain in its own order. @param document e.g. `people/<id>`: owner collection and id */
export const auditOf = (ctx: StoreContext, document: string, page: PageRequest): Promise<Page<AuditRecord>> =>
  pageOf(ctx, audits, { document }, { by: 'seq', of: 'number' }, page);

/** Several documents' chains in the order of time. */
export const auditOfAll = (
  ctx: StoreContext,
  documents: readonly string[],
  page: PageRequest,
): Promise<Page<AuditRecord>> =>
  pageOf(ctx, audits, { document: trusted({ $in: [...documents] }) }, { by: 'at', of: 'instant' }, page);
