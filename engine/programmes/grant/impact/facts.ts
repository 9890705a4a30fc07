// What block IV came to, beside its plan: as the lead has counted it, and as far as the rest of the project tells by itself.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { partnersOf, staffOf } from '../plan/findings/consistency.ts';
import { type ImpactLine, impactLines, type Plan } from '../plan/shape.ts';
import { indicatorsIn, type PlanProgress } from '../progress/progress.ts';
import { refuseOthers } from '../rights.ts';
import { type GrantProject, grantProjects } from '../store.ts';

export interface ImpactStanding {
  readonly line: ImpactLine;
  readonly name: Plan['impact'][number]['name'];
  readonly unit: Plan['impact'][number]['unit'];
  readonly plan: number | null;
  /** As the lead has entered it; null until then. */
  readonly fact: number | null;
  /** What the project's own documents and evidence come to; null where nothing tells. */
  readonly told: number | null;
}

export function impactOf(
  plan: Plan,
  progress: PlanProgress,
  { impact }: Pick<GrantProject, 'impact'>,
): readonly ImpactStanding[] {
  return plan.impact.map(({ line, name, unit, value }) => ({
    ...{ line, name, unit, plan: value },
    fact: impact.find((each) => each.line === line)?.value ?? null,
    told: told[line](plan, progress),
  }));
}

type Told = (plan: Plan, progress: PlanProgress) => number | null;

const accepted = (progress: PlanProgress, unit: string): readonly number[] =>
  indicatorsIn(progress).flatMap(({ parts }) =>
    parts.flatMap(({ measure, have }) => (measure.unit === unit ? [have] : [])),
  );

const told: Readonly<Record<ImpactLine, Told>> = {
  direct: () => null,
  // The same views serve two sections: the greater sum is the one that was seen.
  indirect: (_, progress) => Math.max(0, ...accepted(progress, 'view')),
  employees: staffOf,
  specialists: (plan, progress) =>
    plan.team.members.filter(({ employment }) => employment === 'contract').length +
    accepted(progress, 'cv').reduce((sum, each) => sum + each, 0),
  ngos: () => null,
  partners: partnersOf,
};

/** @returns the line */
export function setImpact(
  ctx: EngineContext,
  command: Command,
  project: string,
  { line, value }: { readonly line: ImpactLine; readonly value: number },
): Promise<Result<ImpactLine>> {
  return change(ctx, grantProjects, project, command, ({ impact }) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead');
    if (refusal) return refusal;
    const fact = { line, value, by: command.actor.id, at: ctx.clock.now() };
    const kept = impact.filter((each) => each.line !== line);
    const order = (each: { readonly line: ImpactLine }) => impactLines.indexOf(each.line);
    return ok({
      action: 'impact entered',
      set: { impact: [...kept, fact].sort((a, b) => order(a) - order(b)) },
      result: line,
      details: { line, value },
    });
  });
}
