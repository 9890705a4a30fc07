// Reminders by the individual schedule: on the last day of each week whoever has lessons in it and too few minutes written
// down is told which directions lack how much. A stored due date, one a week, for as long as the participation is active.
import { trusted } from 'mongoose';
import { addDays, instantOf, type LocalDate, localDate } from '../../../kernel/calendar.ts';
import { type Text, text } from '../../../kernel/message.ts';
import type { TimerHandling } from '../../../parts/part.ts';
import { setTimer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { weeklyDirections } from '../progress/part.ts';
import { mondayOf, sundayOf, weekOf } from '../progress/weeks.ts';
import type { Direction } from '../states.ts';
import type { Participation } from '../store.ts';
import { go } from './notices.ts';
import { standingStates } from './states.ts';
import { entries } from './store.ts';

export const REMIND_TIMER = 'badge.week-ends';
const AT = '10:00';

/** Sunday morning of the week in which a day lies. */
async function remindOn(ctx: EngineContext, id: string, day: LocalDate): Promise<void> {
  const sunday = sundayOf(weekOf(day));
  const key = `${REMIND_TIMER}/${id}/${sunday}`;
  await setTimer(ctx, { key, kind: REMIND_TIMER, dueAt: instantOf(sunday, AT), data: { id } });
}

/** From activation on. */
export const watchWeeks = (
  ctx: EngineContext,
  { data, at }: { readonly data: { readonly participation: string }; readonly at: Date },
): Promise<void> => remindOn(ctx, data.participation, addDays(localDate(at), 1));

export const remindOfWeek: TimerHandling<EngineContext> = async (ctx, { data, dueAt }) => {
  const participation = await participationOf(ctx, String(data.id)).catch(() => null);
  if (participation?.state !== 'active') return [];
  const sunday = localDate(dueAt);
  await remindOn(ctx, participation._id, addDays(sunday, 7));
  if (participation.excusedWeeks.includes(weekOf(sunday))) return [];
  const lacking = await lackingIn(ctx, participation, sunday);
  if (lacking.length === 0) return [];
  const lines = lacking.map(
    ([direction, left]): Text => text('badge-journal:notice.week-lacks', { direction, left }),
  );
  const texts = [text('badge-journal:notice.week-ends'), ...lines];
  const buttons = [[go('write', 'badge.journal')], [go('excuse', 'badge.excuse')]];
  return [{ to: participation.person, desk: 'participant', message: { texts, buttons } }];
};

/** Directions with lessons by the schedule in this week, and how many minutes each still lacks. */
async function lackingIn(
  ctx: EngineContext,
  { _id, round, schedule, startedOn }: Participation,
  sunday: LocalDate,
): Promise<readonly (readonly [Direction, number])[]> {
  const needed = ctx.rules.number('badge', 'qualifyingWeekMinutes', startedOn);
  const monday = mondayOf(weekOf(sunday));
  const written = await entries
    .on(ctx.db)
    .find({
      ...{ participation: _id, round, state: trusted({ $in: standingStates }) },
      date: trusted({ $gte: monday, $lte: sunday }),
    } as never)
    .lean();
  const planned = (schedule?.lines ?? []).filter(
    ({ direction, weekdays, from, to }) =>
      weeklyDirections.some((each) => each === direction) &&
      weekdays.length > 0 &&
      from <= sunday &&
      to >= monday,
  );
  return planned.flatMap(({ direction }) => {
    const minutes = written
      .filter((each) => each.direction === direction)
      .reduce((sum, each) => sum + (each.minutes ?? 0), 0);
    return minutes < needed ? [[direction, needed - minutes] as const] : [];
  });
}
