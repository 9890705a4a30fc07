// Tells the team that an activity begins or ends soon, and both sides that its end was not kept. Whether anything is still to be done,
// the plan in force and the accepted evidence say.
import { addDays, seenOn } from '../../../kernel/calendar.ts';
import { text } from '../../../kernel/message.ts';
import type { TimerHandling } from '../../../parts/part.ts';
import type { Timer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import { go, messageOf, teamOf, toStaff, toTeam } from '../notices/messages.ts';
import { activityOf } from '../plan/shape.ts';
import { activityIn } from '../progress/progress.ts';
import { projectOf, versionInForce } from '../project/cases.ts';
import { activityParams, themeParams } from '../views/names.ts';
import { standingOf } from '../views/standing.ts';

/** The activity of a due date while it is still to be done by that very day; null otherwise. */
async function stillOpen(ctx: EngineContext, { data }: Timer, edge: 'from' | 'to', shift: number) {
  const project = await projectOf(ctx, String(data.id));
  const plan = versionInForce(project)?.plan;
  const activity = plan && activityOf(plan, String(data.activity));
  const day = activity?.[edge] ?? null;
  if (!plan || !activity || day === null || addDays(day, shift) !== data.on) return null;
  const standing = await standingOf(ctx, project);
  if (activityIn(standing.progress, activity.id)?.done) return null;
  const percent = activityIn(standing.progress, activity.id)?.percent ?? 0;
  const params = {
    ...{ ...themeParams(plan), ...activityParams(activity), percent },
    ...{ day: seenOn(ctx.clock.now(), day), count: Number(data.days) },
  };
  return { project, activity, params };
}

const remindTeam =
  (key: 'starts' | 'ends', edge: 'from' | 'to'): TimerHandling<EngineContext> =>
  async (ctx, timer) => {
    const open = await stillOpen(ctx, timer, edge, -Number(timer.data.days));
    if (!open) return [];
    const { _id } = open.project;
    const people = await teamOf(ctx, _id, 'grant-lead', 'grant-manager', 'grant-pr');
    const send = go('activity', 'grant.activity', `${_id} ${open.activity.id}`);
    return toTeam(people, messageOf(`activity.${key}`, open.params, send));
  };

/** The team hears it, and the grantor's manager. */
const escalate: TimerHandling<EngineContext> = async (ctx, timer) => {
  const open = await stillOpen(ctx, timer, 'to', 1);
  if (!open) return [];
  const { _id, manager } = open.project;
  const send = go('activity', 'grant.activity', `${_id} ${open.activity.id}`);
  const people = await teamOf(ctx, _id, 'grant-lead', 'grant-manager', 'grant-pr');
  const staff = {
    texts: [text('grant-staff:notice.overdue', open.params)],
    buttons: [
      [{ label: text('grant-staff:button.project'), action: { go: 'grant.project', argument: _id } }],
    ],
  };
  return [
    ...toTeam(people, messageOf('activity.overdue', open.params, send)),
    ...(manager === null ? [] : toStaff([manager], staff)),
  ];
};

export const remindOnTime: Readonly<Record<string, TimerHandling<EngineContext>>> = {
  'grant.activity-starts': remindTeam('starts', 'from'),
  'grant.activity-ends': remindTeam('ends', 'to'),
  'grant.activity-overdue': escalate,
};
