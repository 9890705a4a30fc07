// What a report stands on: the version in force, progress from accepted evidence, each piece with the number under which the
// report and the archive name it.
import { createHash } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { countedIn, pieceOf } from '../evidence/cases.ts';
import { type ImpactStanding, impactOf } from '../impact/facts.ts';
import type { Plan } from '../plan/shape.ts';
import { type PlanProgress, progressOf } from '../progress/progress.ts';
import { type ResultProgress, resultsOf } from '../progress/results.ts';
import { seenProject, versionInForce } from '../project/cases.ts';
import type { GrantEvidence, GrantProject, Signatory } from '../store.ts';

export const reportKinds = ['interim', 'final'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A piece of accepted evidence under its number: «№ 12». */
export interface NumberedPiece {
  readonly no: number;
  readonly evidence: GrantEvidence;
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
  readonly project: GrantProject;
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

/** @throws AppError `not-found` for a project that the actor must not see */
export async function reportView(
  ctx: EngineContext,
  actor: Actor,
  id: string,
  kind: ReportKind,
): Promise<Result<ReportView>> {
  const project = await seenProject(ctx, actor, id);
  const inForce = versionInForce(project);
  if (!inForce) return refused('grant.not-in-force');
  const counted = await countedIn(ctx, id);
  const { plan, no: version } = inForce;
  const progress = progressOf(plan, counted.map(pieceOf), project);
  const on = localDate(ctx.clock.now());
  return ok({
    ...{ kind, project, version, plan, progress, on },
    results: resultsOf(plan, progress),
    impact: impactOf(plan, progress, project),
    pieces: counted.map((evidence, index) => ({ no: index + 1, evidence })),
    signatures: await signaturesOf(ctx, inForce.signatures),
    contacts: project.contacts,
    docId: docIdOf([kind, id, inForce.hash, on, ...counted.map(({ _id, v }) => `${_id}.${v}`)]),
  });
}

const docIdOf = (parts: readonly string[]): string => {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex').toUpperCase();
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}`;
};

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
