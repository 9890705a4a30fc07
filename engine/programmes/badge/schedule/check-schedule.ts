// Whether a schedule is whole: a line for each direction that is taken, with activity, days, hours and dates (§3.3).
import { addDays, isLocalDate } from '../../../kernel/calendar.ts';
import type { Reason } from '../../../kernel/result.ts';
import type { Direction } from '../states.ts';
import type { Participation } from '../store.ts';
import type { ScheduleLine } from './shapes.ts';

/** Kept by the week, in hours. The others have dates only. */
export const weeklyDirections: readonly Direction[] = ['sport', 'talent', 'heritage', 'volunteering'];

/** Where only the participant can say what it is that they do; of the others the direction says it. */
const namedDirections: readonly Direction[] = ['sport', 'talent', 'heritage', 'work'];

/** No lesson and no plan is longer. */
const LONGEST_LESSON = 600;
const LONGEST_PLAN = 3 * 365;

type Taken = Pick<Participation, 'directions'>;

export const isWeekly = ({ directions }: Taken, direction: Direction): boolean =>
  weeklyDirections.includes(direction) &&
  directions.find((each) => each.direction === direction)?.form !== 'extra-book';

/** What is wrong with it, by direction; empty when it is sound. */
export function scheduleReasons(taken: Taken, lines: readonly ScheduleLine[]): readonly Reason[] {
  return taken.directions.flatMap(({ direction }) => {
    const line = lines.find((each) => each.direction === direction);
    const fault = line ? faultOf(line, isWeekly(taken, direction)) : 'missing';
    return fault ? [{ code: `badge.schedule-${fault}`, params: { direction } }] : [];
  });
}

function faultOf(
  { direction, activity, weekdays, minutes, from, to }: ScheduleLine,
  weekly: boolean,
): string | null {
  const isNamed = namedDirections.includes(direction) && (weekly || direction === 'work');
  if (isNamed && activity.trim() === '') return 'no-activity';
  const areDates = isLocalDate(from) && isLocalDate(to);
  if (!areDates || to < from || to > addDays(from, LONGEST_PLAN)) return 'dates';
  if (!weekly) return null;
  if (weekdays.length === 0) return 'no-days';
  return minutes > 0 && minutes <= LONGEST_LESSON ? null : 'no-hours';
}

/** Only lines of directions that are taken, in their order. */
export const linesOf = ({ directions }: Taken, lines: readonly ScheduleLine[]): ScheduleLine[] =>
  directions.flatMap(({ direction }) => lines.filter((each) => each.direction === direction).slice(0, 1));
