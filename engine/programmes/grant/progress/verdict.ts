// What the rules say of an activity: on track, at risk, overdue or done; and of a project, whether the contract's terms are met.
import { DateTime } from 'luxon';
import { localDate } from '../../../kernel/calendar.ts';
import type { EngineContext } from '../../context.ts';
import type { ActivityProgress, PlanProgress } from './progress.ts';

export const activityStates = ['done', 'overdue', 'at-risk', 'on-track', 'upcoming'] as const;
export type ActivityState = (typeof activityStates)[number];

/** Whole days from one civil date to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number =>
  DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days;

/** @param started whether any evidence of it has been sent and not returned */
export async function activityState(
  ctx: EngineContext,
  { activity, percent }: Pick<ActivityProgress, 'activity' | 'percent'>,
  started: boolean,
): Promise<ActivityState> {
  const today = localDate(ctx.clock.now());
  const { from, to } = activity;
  if (from === null || to === null) return 'upcoming';
  const { outcome, reasons } = await ctx.rules.evaluate('grant.activity', today, {
    'activity.percent': percent,
    'activity.daysLeft': daysBetween(today, to),
    'activity.started': started,
  });
  if (outcome === 'met') return 'done';
  const codes = reasons.map(({ code }) => code);
  if (codes.includes('grant.overdue')) return 'overdue';
  if (codes.includes('grant.at-risk')) return 'at-risk';
  return today < from ? 'upcoming' : 'on-track';
}

/** Whether the terms of the contract are met, with what is lacking. */
export const projectVerdict = (
  ctx: EngineContext,
  progress: PlanProgress,
  standing: { readonly inForce: boolean; readonly overdue: number; readonly impactOpen: number },
) =>
  ctx.rules.evaluate('grant.project', localDate(ctx.clock.now()), {
    'project.percent': progress.percent,
    'project.inForce': standing.inForce,
    'project.overdue': standing.overdue,
    'project.impactOpen': standing.impactOpen,
  });
