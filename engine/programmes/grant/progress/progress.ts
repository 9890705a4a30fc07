// Progress of a plan from accepted evidence: per indicator, activity, task, section and the whole. Every figure that is shown
// or judged by rules comes from here.
import type { Activity, Indicator, Plan, Section, Task } from '../plan/shape.ts';
import { type Measured, measured } from './measured.ts';
import type { Bases, Piece } from './piece.ts';
import { isWhole, meanOf, percentOf, type Share, together } from './share.ts';

interface Standing {
  readonly share: Share;
  readonly percent: number;
  readonly done: boolean;
}

export interface IndicatorProgress extends Standing {
  readonly indicator: Indicator;
  readonly parts: readonly Measured[];
}

export interface ActivityProgress extends Standing {
  readonly activity: Activity;
  readonly indicators: readonly IndicatorProgress[];
}

export interface TaskProgress extends Standing {
  readonly task: Task;
  readonly activities: readonly ActivityProgress[];
}

export interface PlanProgress extends Standing {
  readonly tasks: readonly TaskProgress[];
  readonly sections: Readonly<Record<Section, Standing>>;
}

const standing = (share: Share): Standing => ({ share, percent: percentOf(share), done: isWhole(share) });

const sumUp = (parts: readonly Standing[]): Standing => standing(together(parts.map(({ share }) => share)));

/** @param pieces accepted ones, each once */
export function progressOf(plan: Pick<Plan, 'tasks'>, pieces: readonly Piece[], bases: Bases): PlanProgress {
  const tasks = plan.tasks.map((task): TaskProgress => {
    const activities = task.activities.map((each) => activityProgress(each, pieces, bases));
    return { task, activities, ...sumUp(activities) };
  });
  const inSection = (section: Section) => sumUp(tasks.filter(({ task }) => task.section === section));
  return { tasks, ...sumUp(tasks), sections: { task: inSection('task'), contract: inSection('contract') } };
}

function activityProgress(activity: Activity, pieces: readonly Piece[], bases: Bases): ActivityProgress {
  const indicators = activity.indicators.map((each) => indicatorProgress(activity, each, pieces, bases));
  return { activity, indicators, ...sumUp(indicators) };
}

/** A target of several measures is met as far as the mean of them: 10 photos and 1 video of «10/2» are 75 %. */
export function indicatorProgress(
  activity: Pick<Activity, 'from' | 'to'>,
  indicator: Indicator,
  pieces: readonly Piece[],
  bases: Bases,
): IndicatorProgress {
  const parts = indicator.target.map((measure, part) => {
    const serving = pieces.filter(({ serves }) =>
      serves.some((each) => each.indicator === indicator.id && each.part === part),
    );
    return measured(measure, serving, { activity, indicator, bases });
  });
  return { indicator, parts, ...standing({ reached: meanOf(parts.map(({ share }) => share)), of: 1 }) };
}

export const activityIn = (progress: PlanProgress, id: string): ActivityProgress | undefined =>
  progress.tasks.flatMap(({ activities }) => activities).find(({ activity }) => activity.id === id);

export const indicatorsIn = (progress: PlanProgress): readonly IndicatorProgress[] =>
  progress.tasks.flatMap(({ activities }) => activities).flatMap(({ indicators }) => indicators);
