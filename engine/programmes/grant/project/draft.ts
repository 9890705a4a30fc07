// The lead writes the draft of the plan. What was sent stays as it was: only sending makes a version of the draft.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import type { Activity, ImpactLine, Indicator, Plan, Task } from '../plan/shape.ts';
import { refuseOthers } from '../rights.ts';
import { grantProjects } from '../store.ts';
import { searchOf } from './register.ts';

type Edit = (draft: Plan) => Result<Plan>;

function editDraft(
  ctx: EngineContext,
  command: Command,
  project: string,
  action: string,
  edit: Edit,
): Promise<Result<string>> {
  return change(ctx, grantProjects, project, command, ({ draft }) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead');
    if (refusal) return refusal;
    const edited = edit(draft);
    if (!edited.ok) return edited;
    return ok({
      action,
      set: { draft: edited.value, searchTheme: searchOf(edited.value.general) },
      result: project,
    });
  });
}

/** Takes a plan over as a whole: what a file said. */
export const importPlan = (ctx: EngineContext, command: Command, project: string, plan: Plan) =>
  editDraft(ctx, command, project, 'plan imported', ({ general }) =>
    // The references that are known already are not made blank by a file that does not know them.
    ok({
      ...plan,
      general: {
        ...plan.general,
        application:
          plan.general.application.number === null ? general.application : plan.general.application,
        contract: plan.general.contract.number === null ? general.contract : plan.general.contract,
      },
    }),
  );

export const writeGeneral = (
  ctx: EngineContext,
  command: Command,
  project: string,
  lines: Partial<Plan['general']>,
) =>
  editDraft(ctx, command, project, 'block I written', (draft) =>
    ok({ ...draft, general: { ...draft.general, ...lines } }),
  );

/** A task, or one more section that the contract asks for. */
export const addTask = (
  ctx: EngineContext,
  command: Command,
  project: string,
  task: Omit<Task, 'activities'>,
) =>
  editDraft(ctx, command, project, 'task added', (draft) =>
    draft.tasks.some(({ id }) => id === task.id)
      ? refused('grant.id-taken', { id: task.id })
      : ok({ ...draft, tasks: [...draft.tasks, { ...task, activities: [] }] }),
  );

export const addActivity = (
  ctx: EngineContext,
  command: Command,
  project: string,
  task: string,
  activity: Omit<Activity, 'id' | 'indicators'>,
) =>
  editDraft(ctx, command, project, 'activity added', (draft) => {
    const found = draft.tasks.find(({ id }) => id === task);
    if (!found) return refused('grant.no-such-line', { id: task });
    const added = { ...activity, id: `${task}.${found.activities.length + 1}`, indicators: [] };
    return ok(withTask(draft, { ...found, activities: [...found.activities, added] }));
  });

export const addIndicator = (
  ctx: EngineContext,
  command: Command,
  project: string,
  activity: string,
  indicator: Omit<Indicator, 'id'>,
) =>
  editDraft(ctx, command, project, 'indicator added', (draft) => {
    const task = draft.tasks.find(({ activities }) => activities.some(({ id }) => id === activity));
    if (!task) return refused('grant.no-such-line', { id: activity });
    const activities = task.activities.map((each) =>
      each.id === activity
        ? {
            ...each,
            indicators: [
              ...each.indicators,
              { ...indicator, id: `${activity}.${each.indicators.length + 1}` },
            ],
          }
        : each,
    );
    return ok(withTask(draft, { ...task, activities }));
  });

const withTask = (draft: Plan, task: Task): Plan => ({
  ...draft,
  tasks: draft.tasks.map((each) => (each.id === task.id ? task : each)),
});

export const writeImpact = (
  ctx: EngineContext,
  command: Command,
  project: string,
  line: ImpactLine,
  value: number,
) =>
  editDraft(ctx, command, project, 'block IV written', (draft) =>
    ok({ ...draft, impact: draft.impact.map((each) => (each.line === line ? { ...each, value } : each)) }),
  );
