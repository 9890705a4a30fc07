// What a person wrote for a day, before anything is known of the calendar: «29.11», «29 ноября», «2026 ж. 29 қараша»,
// «кеше», «3 days ago», «в понедельник». The order of day and month is the country's: the day comes first.
import { foldTyped } from '../../../engine/kernel/typed-text.ts';
import { monthOf, relativeDays, weekdayOf } from './calendar-words.ts';

export type WrittenDate =
  /** Figures as written: there may be no such day. A year of two figures is left to the field. */
  | { readonly kind: 'date'; readonly day: string; readonly month: string; readonly year: string | null }
  | { readonly kind: 'days'; readonly days: number }
  /** 1 is Monday; `other`: «last», «next», so not today. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly other: boolean }
  | { readonly kind: 'incomplete'; readonly missing: 'day' | 'month' };

const folded = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldTyped));
/** Words that only surround a date, and the endings of ordinals: «29-го», «29th». */
const AROUND = folded(
  ...['в', 'во', 'на', 'г', 'гг', 'год', 'года', 'числа', 'число', 'го', 'ое', 'ого', 'е'],
  ...['ж', 'жыл', 'жылы', 'жылғы', 'жылдың', 'күні', 'шы', 'ші', 'ы', 'і', 'нда', 'де', 'да'],
  ...['on', 'the', 'of', 'year', 'st', 'nd', 'rd', 'th', 'ad'],
);
const OTHER = folded(
  ...['прошлый', 'прошлая', 'прошлое', 'прошлую', 'следующий', 'следующая', 'следующее', 'следующую'],
  ...['өткен', 'келесі', 'last', 'next'],
);
const AGO = /^(\d{1,3}) (?:день|дня|дней|дн|кун|days?) (?:назад|бурын|ago)$/u;
const AHEAD = /^(?:(?:через|in) (\d{1,3}) (?:день|дня|дней|дн|days?)|(\d{1,3}) куннен кеиин)$/u;

/** @returns null for what does not look like a day */
export function dateWritten(typed: string): WrittenDate | null {
  const plain = foldTyped(typed);
  if (/[^\d\p{L}\s.,;/'"()!-]/u.test(plain)) return null;
  const tokens: readonly string[] = plain.match(/\d+|\p{L}+/gu) ?? [];
  return relative(tokens.filter((each) => each !== 'the')) ?? named(tokens) ?? dated(tokens);
}

function relative(tokens: readonly string[]): WrittenDate | null {
  const phrase = tokens.join(' ');
  const known = relativeDays(phrase);
  if (known !== null) return { kind: 'days', days: known };
  const ago = AGO.exec(phrase)?.[1];
  if (ago !== undefined) return { kind: 'days', days: -Number(ago) };
  const [, ahead, later] = AHEAD.exec(phrase) ?? [];
  const days = ahead ?? later;
  return days === undefined ? null : { kind: 'days', days: Number(days) };
}

/** A day of the week alone. */
function named(tokens: readonly string[]): WrittenDate | null {
  const [word, ...more] = tokens.filter((each) => !AROUND.has(each) && !OTHER.has(each));
  const weekday = word === undefined || more.length > 0 || monthOf(word) !== null ? null : weekdayOf(word);
  return weekday === null
    ? null
    : { kind: 'weekday', weekday, other: tokens.some((each) => OTHER.has(each)) };
}

function dated(tokens: readonly string[]): WrittenDate | null {
  const parts = tokens.filter((each) => !isBeside(each)).map(partOf);
  const values = parts.map(({ value }) => value);
  const [first = '', second = '', third = ''] = values;
  switch (parts.map(({ kind }) => kind).join('')) {
    case 'DD':
    case 'DM':
      return date(first, second, null);
    case 'DDD':
    case 'DDY':
    case 'DMD':
    case 'DMY':
      return date(first, second, third);
    case 'YDD':
    case 'YMD':
      return date(third, second, first);
    case 'YDM':
      return date(second, third, first);
    case 'MD':
      return date(second, first, null);
    case 'MDY':
      return date(second, first, third);
    case 'E':
      return compact(first);
    case 'D':
      return { kind: 'incomplete', missing: 'month' };
    case 'M':
    case 'MY':
    case 'YM':
      return { kind: 'incomplete', missing: 'day' };
    default:
      return null;
  }
}

const date = (day: string, month: string, year: string | null): WrittenDate => ({
  kind: 'date',
  day,
  month,
  year,
});

/** Eight figures together: «14052006», «20060514». */
const compact = (figures: string): WrittenDate =>
  /(?:19|20)\d\d$/u.test(figures)
    ? date(figures.slice(0, 2), figures.slice(2, 4), figures.slice(4))
    : date(figures.slice(6), figures.slice(4, 6), figures.slice(0, 4));

/** «понедельник, 5 октября»: the date says it all. */
const isBeside = (token: string): boolean =>
  AROUND.has(token) ||
  (monthOf(token) === null && (weekdayOf(token) !== null || relativeDays(token) !== null));

interface Part {
  /** Day or other short figures, month's name, year, eight figures, anything else. */
  readonly kind: 'D' | 'M' | 'Y' | 'E' | '?';
  readonly value: string;
}

function partOf(token: string): Part {
  const month = monthOf(token);
  if (month !== null) return { kind: 'M', value: String(month) };
  const kind = /^\d+$/u.test(token) ? ({ 1: 'D', 2: 'D', 4: 'Y', 8: 'E' } as const)[token.length] : undefined;
  return { kind: kind ?? '?', value: token };
}
