// The sample's plan moved to another year, so that its half-year is under way when somebody looks at it.
import { addDays } from '../../../kernel/calendar.ts';
import type { Activity, Plan } from '../plan/shape.ts';
import { daysBetween } from '../progress/verdict.ts';
import { samplePlan } from '../sample/sample.ts';

/** @param begins the civil date on which the project begins */
export function movedPlan(begins: string): Plan {
  const plan = samplePlan();
  const shift = daysBetween(plan.general.from ?? begins, begins);
  const moved = (day: string | null): string | null => (day === null ? null : addDays(day, shift));
  const activity = (each: Activity): Activity => ({ ...each, from: moved(each.from), to: moved(each.to) });
  return {
    ...plan,
    general: { ...plan.general, from: moved(plan.general.from), to: moved(plan.general.to) },
    tasks: plan.tasks.map((task) => ({ ...task, activities: task.activities.map(activity) })),
  };
}
