// Due dates of an agreed plan: before each activity begins and before it ends, and the day after an end that was not kept.
import { addDays, instantOf, localDate } from '../../../kernel/calendar.ts';
import type { Follow } from '../../../parts/part.ts';
import { setTimer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import type { OfVersion } from '../events.ts';
import { type Activity, activitiesOf } from '../plan/shape.ts';
import { projectOf, versionOf } from '../project/cases.ts';

export const timerKinds = ['grant.activity-starts', 'grant.activity-ends', 'grant.activity-overdue'] as const;
type TimerKind = (typeof timerKinds)[number];

/** At this hour of the day people are reminded. */
const MORNING = '09:00';

interface DueDate {
  readonly kind: TimerKind;
  readonly on: string;
  readonly days: number;
}

function dueDatesOf({ from, to }: Activity, reminderDays: readonly number[]): readonly DueDate[] {
  if (from === null || to === null) return [];
  return [
    ...reminderDays.map(
      (days): DueDate => ({ kind: 'grant.activity-starts', on: addDays(from, -days), days }),
    ),
    ...reminderDays.map((days): DueDate => ({ kind: 'grant.activity-ends', on: addDays(to, -days), days })),
    { kind: 'grant.activity-overdue', on: addDays(to, 1), days: 0 },
  ];
}

/** Sets all that still lie ahead. One that was set for an older term finds another term, and says nothing. */
export const watchActivities: Follow<EngineContext, OfVersion> = async (ctx, { data }) => {
  const { plan } = versionOf(await projectOf(ctx, data.project), data.version);
  const now = ctx.clock.now();
  const reminderDays = ctx.rules.numbers('grant', 'reminderDays', localDate(now));
  for (const activity of activitiesOf(plan)) {
    for (const { kind, on, days } of dueDatesOf(activity, reminderDays)) {
      const dueAt = instantOf(on, MORNING);
      if (dueAt <= now) continue;
      const key = `${kind}/${data.project}/${activity.id}/${on}`;
      await setTimer(ctx, { key, kind, dueAt, data: { id: data.project, activity: activity.id, on, days } });
    }
  }
};
