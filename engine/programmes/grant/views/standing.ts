// How a project stands: its plan beside the fact, as chat, API and reports show it. Looks at accepted evidence only.
import { trusted } from 'mongoose';
import type { EngineContext } from '../../context.ts';
import { countedIn, pieceOf } from '../evidence/cases.ts';
import { type ImpactStanding, impactOf } from '../impact/facts.ts';
import type { Plan } from '../plan/shape.ts';
import { type PlanProgress, progressOf } from '../progress/progress.ts';
import { type ResultProgress, resultsOf } from '../progress/results.ts';
import { type ActivityState, activityState, projectVerdict } from '../progress/verdict.ts';
import { planOf, versionInForce } from '../project/cases.ts';
import { standingStates } from '../states.ts';
import { type GrantEvidence, type GrantProject, grantEvidence } from '../store.ts';

export interface ProjectStanding {
  readonly project: GrantProject;
  readonly plan: Plan;
  readonly inForce: boolean;
  readonly progress: PlanProgress;
  /** By the activity's id. */
  readonly states: ReadonlyMap<string, ActivityState>;
  readonly results: readonly ResultProgress[];
  readonly impact: readonly ImpactStanding[];
  /** What counts, oldest first: for the links of reports. */
  readonly counted: readonly GrantEvidence[];
}

export async function standingOf(ctx: EngineContext, project: GrantProject): Promise<ProjectStanding> {
  const plan = planOf(project);
  const counted = await countedIn(ctx, project._id);
  const progress = progressOf(plan, counted.map(pieceOf), project);
  const begun = await begunIn(ctx, project._id);
  const states = new Map<string, ActivityState>();
  for (const each of progress.tasks.flatMap(({ activities }) => activities))
    states.set(each.activity.id, await activityState(ctx, each, begun.has(each.activity.id)));
  return {
    ...{ project, plan, progress, states, counted },
    inForce: versionInForce(project) !== null,
    results: resultsOf(plan, progress),
    impact: impactOf(plan, progress, project),
  };
}

/** Activities of which something was sent and stands. */
async function begunIn(ctx: EngineContext, project: string): Promise<ReadonlySet<string>> {
  const filter = { project, state: trusted({ $in: [...standingStates] }) };
  return new Set(
    (await grantEvidence.on(ctx.db).distinct('activity', filter as never)) as unknown as string[],
  );
}

export const lateIn = ({ states }: Pick<ProjectStanding, 'states'>): readonly string[] =>
  [...states].filter(([, state]) => state === 'overdue').map(([id]) => id);

/** Whether the contract's terms are met, by the rules. */
export const verdictOf = (ctx: EngineContext, standing: ProjectStanding) =>
  projectVerdict(ctx, standing.progress, {
    inForce: standing.inForce,
    overdue: lateIn(standing).length,
    impactOpen: standing.impact.filter(({ plan, fact }) => (plan ?? 0) > (fact ?? 0)).length,
  });
