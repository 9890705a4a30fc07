// When work began and how long it took: «14:00–18:00», «14-18», «14:00 4 ч», «с 9 до 12:30».
import { isLocalTime, type LocalTime, minutesOfDay } from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { Field, Parsed } from '../../dialogue/steps/ask.ts';

export interface TimeRange {
  readonly start: LocalTime;
  readonly minutes: number;
}

/** The value is `HH:MM/<minutes>`; read it with timeRangeIn. */
export const timeRange: Field<unknown> = { parse: (typed) => parsed(typed) };

/** Reads the value of a timeRange step. */
export function timeRangeIn(value: string): TimeRange {
  const [start = '', minutes = ''] = value.split('/');
  return { start, minutes: Number(minutes) };
}

const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const SINCE = String.raw`(?:с|со|from)?\s*`;
/** «14:00 4 ч», «14:00 90 мин», «14:00 4»: without a unit only after minutes, for «14 4» says too little. */
const LASTING = new RegExp(
  `^${SINCE}${TIME}[\\s,+]+(\\d{1,3}(?:[.,]\\d{1,2})?)\\s*(ч|час|часа|часов|сағ|сағат|h|hr|hour|hours|мин|минут|минута|минуты|m|min|minutes)?\\.?$`,
  'u',
);
const BETWEEN = new RegExp(
  `^${SINCE}${TIME}\\s*(?:-?\\s*(?:тен|тан|ден|дан|нан|нен)\\s|-|до|to|till|until|\\s(?=\\d{1,2}[:.]))\\s*${TIME}(?:-?\\s*(?:ге|ға|ке|қа)?(?:\\s*дейін)?)?$`,
  'u',
);

function parsed(typed: string): Parsed {
  const plain = typed.toLowerCase().replace(/[–—−]/gu, '-').replace(/\s+/gu, ' ').trim();
  const found = between(plain) ?? lasting(plain);
  if (!found) return { problem: text('common:field.time.unreadable') };
  if (!isLocalTime(found.start)) return { problem: text('common:field.time.no-such-time') };
  if (Number.isNaN(found.minutes)) return { problem: text('common:field.time.no-such-time') };
  if (found.minutes <= 0) return { problem: text('common:field.time.order') };
  return { value: `${found.start}/${found.minutes}` };
}

function between(plain: string): TimeRange | null {
  const [whole, hour, minute, endHour, endMinute] = BETWEEN.exec(plain) ?? [];
  if (whole === undefined) return null;
  const start = clock(hour, minute);
  const end = clock(endHour, endMinute);
  const until = end === '24:00' ? 24 * 60 : isLocalTime(end) ? minutesOfDay(end) : Number.NaN;
  return { start, minutes: isLocalTime(start) ? until - minutesOfDay(start) : Number.NaN };
}

function lasting(plain: string): TimeRange | null {
  const [whole, hour, minute, amount = '', unit] = LASTING.exec(plain) ?? [];
  if (whole === undefined || (unit === undefined && minute === undefined)) return null;
  const figure = Number(amount.replace(',', '.'));
  const isMinutes = unit?.startsWith('м') || unit?.startsWith('m');
  return { start: clock(hour, minute), minutes: Math.round(isMinutes ? figure : figure * 60) };
}

const clock = (hour = '', minute = '00'): string => `${hour.padStart(2, '0')}:${minute}`;
