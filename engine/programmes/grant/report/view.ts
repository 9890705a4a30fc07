// What a report shows: its version of the plan, progress from the evidence that had been accepted, each piece with the number under
// which the report and the archive name it.
import { localDate } from '../../../kernel/calendar.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { pieceOf } from '../evidence/cases.ts';
import { type ImpactStanding, impactOf } from '../impact/facts.ts';
import type { Plan } from '../plan/shape.ts';
import { type PlanProgress, progressOf } from '../progress/progress.ts';
import { type ResultProgress, resultsOf } from '../progress/results.ts';
import { versionOf } from '../project/cases.ts';
import type { GrantProject, Signatory } from '../store.ts';
import type { GrantReport, ReportedEvidence, ReportKind } from './store.ts';

/** A piece of accepted evidence under its number: «№ 12». */
export interface NumberedPiece {
  readonly no: number;
  readonly evidence: ReportedEvidence;
}

export interface SignedAs {
  readonly as: Signatory;
  readonly name: string;
  readonly acting: boolean;
  /** Civil date. */
  readonly on: string;
}

export interface ReportView {
  readonly kind: ReportKind;
  readonly version: number;
  readonly plan: Plan;
  readonly progress: PlanProgress;
  readonly results: readonly ResultProgress[];
  readonly impact: readonly ImpactStanding[];
  readonly pieces: readonly NumberedPiece[];
  readonly signatures: readonly SignedAs[];
  /** Names of the team as block II shows them, by the plan's member ids. */
  readonly contacts: GrantProject['contacts'];
  /** Civil date of making. */
  readonly on: string;
  /** The same for the same content. */
  readonly docId: string;
}

/** @param seesNames whether the reader sees names and contacts of block II */
export async function viewOf(
  ctx: EngineContext,
  project: GrantProject,
  { kind, version: no, base, on, docId }: GrantReport,
  seesNames: boolean,
): Promise<ReportView> {
  const { plan, signatures } = versionOf(project, no);
  const progress = progressOf(plan, base.evidence.map(pieceOf), base);
  return {
    ...{ kind, version: no, plan, progress, on, docId },
    results: resultsOf(plan, progress),
    impact: impactOf(plan, progress, base),
    pieces: base.evidence.map((evidence, index) => ({ no: index + 1, evidence })),
    signatures: await signaturesOf(ctx, signatures),
    contacts: seesNames ? project.contacts : [],
  };
}

type Signatures = GrantProject['versions'][number]['signatures'];

async function signaturesOf(ctx: EngineContext, signatures: Signatures): Promise<readonly SignedAs[]> {
  const names = new Map<string, string>();
  for (const { by } of signatures)
    names.set(by, (await people.on(ctx.db).findById(by, { name: 1 }).lean())?.name ?? '');
  return signatures.map(({ as, by, acting, at }) => ({
    ...{ as, acting },
    name: names.get(by) ?? '',
    on: localDate(at),
  }));
}

/** Numbers of the pieces that serve an indicator. */
export const piecesOf = ({ pieces }: Pick<ReportView, 'pieces'>, indicator: string): readonly number[] =>
  pieces
    .filter(({ evidence }) => evidence.serves.some((each) => each.indicator === indicator))
    .map(({ no }) => no);
