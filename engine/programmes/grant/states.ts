// The states of the grant programme and the edges along which they move. Nothing moves any other way.

/** A version of the plan: sent by the lead, signed by the president and the grantor's four, and in force from the last signature on. */
export const versionStates = ['sent', 'in-force', 'returned', 'replaced'] as const;
export type VersionState = (typeof versionStates)[number];
const versionEdges: Readonly<Record<VersionState, readonly VersionState[]>> = {
  sent: ['in-force', 'returned', 'replaced'],
  'in-force': ['replaced'],
  returned: [],
  replaced: [],
};

/** `undone` was taken back by whoever sent it, before it was decided. */
export const evidenceStates = ['sent', 'accepted', 'partial', 'returned', 'undone'] as const;
export type EvidenceState = (typeof evidenceStates)[number];
const evidenceEdges: Readonly<Record<EvidenceState, readonly EvidenceState[]>> = {
  sent: ['accepted', 'partial', 'returned', 'undone'],
  // The decision itself may be taken back.
  accepted: ['sent'],
  partial: ['sent'],
  // Accepted after all, on the grantee's appeal.
  returned: ['sent', 'accepted'],
  undone: [],
};

/** A report: made by the lead, sent to the grantor, who accepts or returns it. Neither is taken back: the next one is another. */
export const reportStates = ['made', 'sent', 'accepted', 'returned'] as const;
export type ReportState = (typeof reportStates)[number];
const reportEdges: Readonly<Record<ReportState, readonly ReportState[]>> = {
  made: ['sent'],
  sent: ['accepted', 'returned'],
  accepted: [],
  returned: [],
};

/** It counts. */
export const countedStates: readonly EvidenceState[] = ['accepted', 'partial'];
/** It holds its files and links: the same ones are not taken a second time. */
export const standingStates: readonly EvidenceState[] = ['sent', 'accepted', 'partial'];

export const mayTransition = {
  version: (from: VersionState, to: VersionState): boolean => versionEdges[from].includes(to),
  evidence: (from: EvidenceState, to: EvidenceState): boolean => evidenceEdges[from].includes(to),
  report: (from: ReportState, to: ReportState): boolean => reportEdges[from].includes(to),
};
