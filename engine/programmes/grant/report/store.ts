// A report as it was made: what it stands on is frozen, so that grantor and grantee read the same one whatever is decided afterwards.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';
import { reportStates } from '../states.ts';
import type { GrantEvidence, GrantProject } from '../store.ts';

export const reportKinds = ['interim', 'final'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A piece of accepted evidence, as far as a report shows it or counts by it. */
export type ReportedEvidence = Pick<
  GrantEvidence,
  | ('_id' | 'activity' | 'serves' | 'unit' | 'kind' | 'media' | 'link')
  | ('quantity' | 'people' | 'of' | 'date' | 'participant' | 'decision')
>;

/** Everything that the figures follow from, beside the plan of the version. */
export interface ReportBase extends Pick<GrantProject, 'participants' | 'trip' | 'impact'> {
  /** The oldest first: the report numbers them so. */
  readonly evidence: readonly ReportedEvidence[];
}

export const grantReports = collection(
  'grant_reports',
  owned({
    project: Type.String(),
    /** Within the project, from 1. */
    no: Type.Integer({ minimum: 1 }),
    kind: oneOf(reportKinds),
    /** Of the plan. */
    version: Type.Integer({ minimum: 1 }),
    base: Type.Unsafe<ReportBase>({ 'x-mixed': true }),
    /** Of the plan, from accepted evidence. */
    percent: Type.Integer({ minimum: 0, maximum: 100 }),
    /** Civil date of making. */
    on: Type.String(),
    /** The same for the same content. */
    docId: Type.String(),
    state: oneOf(reportStates),
    madeBy: Type.String(),
    madeAt: Instant,
    sentAt: nullable(Instant),
    decision: nullable(Type.Object({ by: Type.String(), at: Instant, comment: nullable(Type.String()) })),
  }),
  [outboxIndex, { fields: { project: 1, no: 1 } }, { fields: { madeBy: 1 } }],
);
export type GrantReport = ReturnType<typeof grantReports.check>;
