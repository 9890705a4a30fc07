// When work began and how long it took: «14:00–18:00», «14-18», «14-00 до 18-00», «14:00 2 ч 30 мин», «с 9 до 12:30».
import { isLocalTime, type LocalTime, minutesOfDay } from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import { foldTyped } from '../../../engine/kernel/typed-text.ts';
import type { Field, Parsed } from '../../dialogue/steps/ask.ts';
import { clockOf, HOURS, halvesBehind, halvesOf, oneOf, TIME } from './clock-words.ts';
import { minutesIn } from './duration.ts';

export interface TimeRange {
  readonly start: LocalTime;
  readonly minutes: number;
}

/** The value is `HH:MM/<minutes>`; read it with timeRangeIn. */
export const timeRange: Field<unknown> = { parse: (typed) => parsed(halvesBehind(foldTyped(typed))) };

/** Reads the value of a timeRange step. */
export function timeRangeIn(value: string): TimeRange {
  const [start = '', minutes = ''] = value.split('/');
  return { start, minutes: Number(minutes) };
}

const DAY = 24 * 60;
const SINCE = `(?:${oneOf('с', 'со', 'от', 'from', 'в', 'at', 'сағат')} ?)?`;
/** The unit that may follow the first time. */
const FIRST = `(?: ?${HOURS}\\.?)?`;
/** «14-тен 18-ге», «14:00-ден 18:00-ге». */
const FROM = `(?: ?${HOURS})? ?-? ?${oneOf('тен', 'тан', 'ден', 'дан', 'нан', 'нен')} -? ?`;
const UNTIL = ` ?(?:-|${oneOf('до', 'по', 'to', 'till', 'until')}) ?`;
const LAST = `(?: ?-? ?${oneOf('ге', 'ға', 'ке', 'қа')})?(?: ?${HOURS}\\.?)?(?: ?${oneOf('дейін')})?\\.?`;
const BETWEEN = new RegExp(`^${SINCE}${TIME}(?:${FIRST}${UNTIL}|${FROM})${TIME}${LAST}$`, 'u');
/** «14-00 до 18-00»: minutes after a dash, on both sides or on none. */
const DASHED = new RegExp(
  `^${SINCE}(\\d{1,2})-(\\d{2})()(?:${UNTIL}|${FROM}| )(\\d{1,2})-(\\d{2})()${LAST}$`,
  'u',
);
/** «14:00 18:00» ends at 18:00; «14:00 2:30», with an end before its start, lasts that long. */
const TWO_TIMES = new RegExp(`^${SINCE}${TIME} (\\d{1,2})[:.](\\d{2})()$`, 'u');
const LASTING = new RegExp(`^${SINCE}${TIME}(?:, ?|\\+ ?| )(.{1,40})$`, 'u');
const ONE_TIME = new RegExp(`^${SINCE}${TIME}$`, 'u');

function parsed(plain: string): Parsed {
  const found = between(plain) ?? lasting(plain);
  if (!found) return { problem: text(`common:field.time.${whatIsMissing(plain)}`) };
  if (!isLocalTime(found.start) || Number.isNaN(found.minutes))
    return { problem: text('common:field.time.no-such-time') };
  if (found.minutes <= 0) return { problem: text('common:field.time.order') };
  return { value: `${found.start}/${found.minutes}` };
}

function whatIsMissing(plain: string): 'no-end' | 'no-start' | 'unreadable' {
  const [, , minute, half] = ONE_TIME.exec(plain) ?? [];
  if (minute !== undefined || half !== undefined) return 'no-end';
  return minutesIn(plain) === null ? 'unreadable' : 'no-start';
}

function between(plain: string): TimeRange | null {
  const ranged = DASHED.exec(plain) ?? BETWEEN.exec(plain);
  const found = ranged ?? TWO_TIMES.exec(plain);
  if (!found) return null;
  const [, hour = '', minute, half, endHour = '', endMinute, endHalf] = found;
  const halves = halvesOf({ hour, half }, { hour: endHour, half: endHalf });
  const range = rangeOf(clockOf(hour, minute, halves[0]), clockOf(endHour, endMinute, halves[1]));
  return ranged === null && range.minutes <= 0 ? null : range;
}

/** Minutes are NaN where one of the two is no time. */
function rangeOf(start: string, end: string): TimeRange {
  const until = end === '24:00' ? DAY : isLocalTime(end) ? minutesOfDay(end) : Number.NaN;
  return { start, minutes: isLocalTime(start) ? until - minutesOfDay(start) : Number.NaN };
}

function lasting(plain: string): TimeRange | null {
  const [whole, hour, minute, half, long = ''] = LASTING.exec(plain) ?? [];
  if (whole === undefined) return null;
  const start = clockOf(hour, minute, half);
  const isBare = /^\d{1,2}$/u.test(long);
  // «14 4» says too little: a bare figure is hours only after minutes.
  if (isBare && minute === undefined && !half) return null;
  const minutes = minutesIn(long);
  if (minutes === null) return null;
  // «14:00 18» cannot last until tomorrow: it ends at 18:00.
  return isBare && isLocalTime(start) && minutesOfDay(start) + minutes > DAY
    ? rangeOf(start, clockOf(long))
    : { start, minutes };
}
