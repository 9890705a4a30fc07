// What can be wrong with the audit trail, and what an operator does about each. Used by the verifier and its command.

/** How each is fixed, or looked into. Restoring means: of the document named, from the newest backup that verifies. */
export const auditHints = {
  gap: 'a record between this one and the one before was taken out: restore the log of this document',
  unlinked: 'it does not follow the record before it: one of the two was exchanged, restore both',
  altered: 'it no longer says what its hash was taken over: restore this record',
  'tail-lost':
    'the document has moved on further than its log, and nothing waits to be carried: restore the end of the log',
  'head-behind': 'the log is ahead of its document, which was set back: restore the document',
  'head-differs': 'the log ends in another record than its document says: restore both',
  'chain-removed': 'the document has a history, its log has none: restore the whole log of this document',
  'document-deleted':
    'the log speaks of a document that is gone: documents are never deleted, not even for an erased person; restore it',
  'checkpoint-altered': 'its signature does not fit what it says: restore this checkpoint',
  'checkpoint-foreign':
    'it is signed with another key than the one expected: somebody signed it anew, or SECRET_KEY was changed',
  'checkpoint-unlinked': 'it does not follow the checkpoint before it: one was exchanged or taken out',
  'checkpoint-missing': 'the day has no checkpoint between days that have one: restore it',
  'part-lost': 'a part of the checkpoint is missing: restore audit_checkpoint_parts',
  'part-altered': 'a part of the checkpoint was altered: restore audit_checkpoint_parts',
  'link-lost': 'a checkpoint saw this record and the log does not hold it: restore the log of this document',
  'link-rewritten':
    'a checkpoint saw another record in this place: the log was written anew since; restore it from before',
  'count-differs':
    'the checkpoint counted other documents than its lists hold: a list before it was left out or exchanged',
} as const;

export type AuditFaultKind = keyof typeof auditHints;

export interface AuditFault {
  readonly fault: AuditFaultKind;
  /** `people/abc`, or `checkpoint/2026-03-02`. */
  readonly document: string;
  /** The record concerned, where it is one. */
  readonly record: string | null;
  readonly hint: string;
}

export const auditFault = (
  fault: AuditFaultKind,
  document: string,
  record: string | null = null,
): AuditFault => ({ fault, document, record, hint: auditHints[fault] });
